using System.Diagnostics;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Images;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>The hip method on a series of radiographs: the first film that can be measured gives the result, frontal tags first.</summary>
internal sealed class PelvisPipeline(FilmAnalyser analyser, ModelInfo model, IImageReader images) : IAnalysisPipeline
{
    public string Name => PipelineNames.Pelvis;

    public ModelInfo Model => model;

    public AnalysisResult Analyse(AnalysisRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        (List<(DicomFile File, InstanceHeader Header)> films, string? unreadable) = SeriesFiles.Open(request.Files, cancellationToken);
        if (films.Count == 0)
        {
            return SeriesFiles.Unreadable(PipelineNames.Pelvis, unreadable ?? "the series has no file", request.Options);
        }

        AnalysisResult? first = null;
        foreach ((DicomFile file, InstanceHeader header) in films.OrderBy(f => FrontalView.IsExcluded(f.Header)).ThenBy(f => f.Header.InstanceNumber ?? int.MaxValue)
            .ThenBy(f => f.Header.SopInstanceUid, StringComparer.Ordinal))
        {
            AnalysisResult result = One(file, header, request.Options, cancellationToken);
            if (result.Status == AnalysisStatus.Measured)
            {
                return result;
            }

            first ??= result;
        }

        return first!;
    }

    private AnalysisResult One(DicomFile file, InstanceHeader header, AnalysisOptions options, CancellationToken cancellationToken)
    {
        SpacingInfo spacing = ProjectionSpacing.Of(header);
        var result = new AnalysisResult
        {
            Pipeline = PipelineNames.Pelvis,
            Status = AnalysisStatus.Refused,
            StudyInstanceUid = header.StudyInstanceUid,
            SeriesInstanceUid = header.SeriesInstanceUid,
            SopInstanceUids = [header.SopInstanceUid],
            Software = SoftwareName.Current,
            ConfigurationHash = options.Hash(),
            Spacing = spacing,
        };
        if (FrontalView.IsExcluded(header))
        {
            return result with { Reasons = [new ResultReason(ReasonCodes.NotAp, "The tags say that the view is not antero-posterior.")] };
        }

        DecodedImage image;
        long start = Stopwatch.GetTimestamp();
        try
        {
            image = images.Read(file, 0);
        }
        catch (UnreadablePixelsException e)
        {
            return result with { Status = e.Code == ReasonCodes.NoPixelData ? AnalysisStatus.Refused : AnalysisStatus.Failed, Reasons = [new ResultReason(e.Code, e.Message)] };
        }

        double decode = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var film = new FilmInput(new PlaneF(image.Values, image.Width, image.Height), image.IsMonochrome1, spacing, header.PatientOrientation, header.Laterality);
        FilmFindings findings = analyser.Analyse(film, options.EffectiveRanges, cancellationToken);
        return result with
        {
            Status = findings.Status,
            Reasons = findings.Reasons,
            Model = model,
            Landmarks = [.. findings.Landmarks.Select(l => new Landmark(l.Name, l.Side, header.SopInstanceUid, l.At.X, l.At.Y, l.Confidence))],
            Measurements = findings.Measurements,
            Quality = findings.Quality,
            Timings = findings.Timings with { DecodeMs = decode },
        };
    }
}
