using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Imaging;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.SrWriter;
using PacsAnalyzer.SrWriter.Overlay;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>Makes report and overlay of a result, as this node signs them.</summary>
internal sealed class ReportFactory(NodeConfiguration configuration, TimeProvider time)
{
    /// <summary>Report and overlay of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="files">Files of its series.</param>
    /// <param name="jobKey">What identifies the work: the derived UIDs rest on it.</param>
    /// <param name="predecessor">SOP Instance UID of the report that this one replaces; null for none.</param>
    public ReportObjects Make(AnalysisResult result, IReadOnlyList<string> files, string jobKey, string? predecessor)
    {
        string title = configuration.Options.Node.AeTitle;
        SourceSeries source = SourceSeries.FromFiles(Ordered(result, files));
        return ReportWriter.Write(result, source, new ReportOptions
        {
            Language = configuration.Options.Node.Language == "zh" ? ReportLanguage.Chinese : ReportLanguage.English,
            Preliminary = configuration.Options.Reports.Preliminary,
            DeviceUid = DerivedUid.Create("device", Environment.MachineName, title),
            StationAeTitle = title,
            Now = time.GetLocalNow(),
            ConfigurationHash = result.ConfigurationHash,
            JobKey = jobKey,
            PredecessorSopInstanceUid = predecessor,
            Image = result.Plane is null ? Film(result, files) : null,
        });
    }

    /// <summary>A data set as a Part 10 file in memory.</summary>
    public static byte[] Bytes(DicomDataset dataset)
    {
        using var stream = new MemoryStream();
        new DicomFile(dataset).Save(stream);
        return stream.ToArray();
    }

    /// <summary>The files of the analysed instances in their order; all files where the analysis named none.</summary>
    private static IEnumerable<string> Ordered(AnalysisResult result, IReadOnlyList<string> files)
    {
        if (result.SopInstanceUids.Count == 0)
        {
            return files;
        }

        Dictionary<string, int> order = result.SopInstanceUids.Select((uid, i) => (uid, i)).GroupBy(p => p.uid).ToDictionary(g => g.Key, g => g.First().i, StringComparer.Ordinal);
        return files
            .Select(f => (File: f, Uid: DicomFile.Open(f, DicomReadOptions.Header).Dataset.GetString(DicomTag.SOPInstanceUID) ?? ""))
            .Where(f => order.ContainsKey(f.Uid))
            .OrderBy(f => order[f.Uid])
            .Select(f => f.File);
    }

    /// <summary>Width of a pixel over its height.</summary>
    private static double Aspect(SpacingInfo? spacing) => spacing is { Mm: [> 0, > 0] } ? spacing.Mm[1] / spacing.Mm[0] : 1;

    /// <summary>The picture that the landmarks lie on; without one the first that can be decoded, or none.</summary>
    private static OverlayImage? Film(AnalysisResult result, IReadOnlyList<string> files)
    {
        string? wanted = result.Landmarks.Count > 0 ? result.Landmarks[0].SopInstanceUid : null;
        foreach (string path in files)
        {
            try
            {
                DicomFile file = DicomFile.Open(path);
                string? uid = file.Dataset.GetString(DicomTag.SOPInstanceUID);
                if (wanted is null || uid == wanted)
                {
                    GrayscaleImage image = GrayscaleImage.Load(file);
                    return new OverlayImage(image.Width, image.Height, image.Values, image.IsMonochrome1) { SopInstanceUid = uid, PixelAspect = Aspect(result.Spacing) };
                }
            }
            catch (Exception e) when (e is DicomReadException or DicomCodecException or DicomDataException or IOException)
            {
                // A report can be made without a picture; the result says what could not be read.
            }
        }

        return null;
    }
}
