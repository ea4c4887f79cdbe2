using System.Diagnostics;
using System.Globalization;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Images;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>The bone density method on a CT series.</summary>
internal sealed class SpinePipeline(SpineNetwork network, ModelInfo model, IImageReader images) : IAnalysisPipeline
{
    public string Name => PipelineNames.Spine;

    public ModelInfo Model => model;

    public AnalysisResult Analyse(AnalysisRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        (List<(DicomFile File, InstanceHeader Header)> files, string? unreadable) = SeriesFiles.Open(request.Files, cancellationToken);
        if (files.Count == 0)
        {
            return SeriesFiles.Unreadable(PipelineNames.Spine, unreadable ?? "the series has no file", request.Options);
        }

        SeriesGeometry geometry = SeriesGeometry.Of([.. files.Select(f => f.Header)]);
        InstanceHeader first = geometry.Slices.Count > 0 ? geometry.Slices[0] : files[0].Header;
        var result = new AnalysisResult
        {
            Pipeline = PipelineNames.Spine,
            Status = AnalysisStatus.Refused,
            StudyInstanceUid = first.StudyInstanceUid,
            SeriesInstanceUid = first.SeriesInstanceUid,
            SopInstanceUids = geometry.Slices.Count > 0 ? [.. geometry.Slices.Select(s => s.SopInstanceUid)] : [.. files.Select(f => f.Header.SopInstanceUid)],
            Software = SoftwareName.Current,
            ConfigurationHash = request.Options.Hash(),
            Spacing = first.PixelSpacing is { } spacing ? new SpacingInfo(spacing, SpacingSource.Calibrated) : null,
        };
        if (VolumeChecks.Refuse(geometry, [.. files.Select(f => f.Header)], unreadable) is { } reason)
        {
            return result with { Reasons = [reason] };
        }

        bool contrast = geometry.Slices.Any(s => s.ContrastBolusAgent.Length > 0);
        if (DensitySource.Decide(first, contrast, request.Options.Calibrations, out string error) is not { } source)
        {
            return result with { Status = AnalysisStatus.Failed, Reasons = [new ResultReason(ReasonCodes.AmbiguousCalibration, error)] };
        }

        long start = Stopwatch.GetTimestamp();
        HuVolume volume;
        try
        {
            volume = VolumeLoader.Load(geometry, files.ToDictionary(f => f.Header.SopInstanceUid, f => f.File, StringComparer.Ordinal), images, cancellationToken);
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is UnreadablePixelsException pixels)
        {
            return Unreadable(result, pixels);
        }
        catch (UnreadablePixelsException e)
        {
            return Unreadable(result, e);
        }

        double decode = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        double kvpFactor = KvpScaling.Factor(first.Kvp, network.Manifest.Preprocessing);
        ChosenPlane plane = new PlaneChooser(network).Choose(volume, geometry.Orientation, kvpFactor, cancellationToken);
        double inference = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        (string, Func<Vector3, Point2>)? toImage = plane.Slice is int slice ? (geometry.Slices[slice].SopInstanceUid, PixelOf(geometry.Slices[slice])) : null;
        SpineFindings findings = SpineAnalyser.Describe(plane, network.Manifest, source, contrast, toImage);
        result = result with
        {
            Model = model,
            Plane = new AnalysedPlane(plane.Frame.Width, plane.Frame.Height, plane.Frame.PixelMm, plane.Planes[1], plane.Frame.Origin.ToArray(),
                plane.Frame.ColumnDirection.ToArray(), plane.Frame.RowDirection.ToArray(), first.FrameOfReferenceUid),
        };
        var timings = new StageTimings { DecodeMs = decode, InferenceMs = inference, PostprocessMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds };
        return findings.Vertebrae.Count == 0
            ? result with { Timings = timings, Reasons = [new ResultReason(ReasonCodes.NoVertebra, "No vertebral body is seen.")] }
            : result with
            {
                Timings = timings,
                Status = AnalysisStatus.Measured,
                Reasons = Limits(findings, source, geometry),
                DensitySource = source.Name,
                Vertebrae = findings.Vertebrae,
                Measurements = SpineMeasurements.Of(findings.Vertebrae, source, findings.Unsure, request.Options.EffectiveRanges),
                Quality = findings.Quality,
            };
    }

    private static AnalysisResult Unreadable(AnalysisResult result, UnreadablePixelsException e) => result with
    {
        Status = e.Code == ReasonCodes.NoPixelData ? AnalysisStatus.Refused : AnalysisStatus.Failed,
        Reasons = [new ResultReason(e.Code, e.Message)],
    };

    private static List<ResultReason> Limits(SpineFindings findings, DensitySource source, SeriesGeometry geometry)
    {
        var reasons = new List<ResultReason>();
        if (source.Unassessed is { } code)
        {
            reasons.Add(new ResultReason(code, source.Text));
        }

        if (findings.Vertebrae.All(v => v.Level is null))
        {
            reasons.Add(new ResultReason(ReasonCodes.NoAnchor, "The sacrum is not in view: levels are not named."));
        }

        if (geometry.SpacingMm > 3.5 && geometry.Orientation != SliceOrientation.Sagittal)
        {
            reasons.Add(new ResultReason(ReasonCodes.ThickSlices, string.Create(CultureInfo.InvariantCulture, $"Slices are {geometry.SpacingMm:0.0} mm apart: end plates are blurred in the sagittal plane.")));
        }

        return reasons;
    }

    /// <summary>From patient space to a slice's pixels, corner convention (Image Position is the centre of the first pixel).</summary>
    private static Func<Vector3, Point2> PixelOf(InstanceHeader slice)
    {
        (Vector3 row, Vector3 column) = SeriesGeometry.Directions(slice);
        Vector3 origin = Vector3.From(slice.ImagePositionPatient!);
        double across = slice.PixelSpacing![1], down = slice.PixelSpacing[0];
        return p => new Point2(((p - origin).Dot(row) / across) + 0.5, ((p - origin).Dot(column) / down) + 0.5);
    }
}
