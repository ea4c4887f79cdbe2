using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline;

/// <summary>Opens the files of a request.</summary>
internal static class SeriesFiles
{
    /// <summary>Files that open, with their headers; and the reason of the first that does not.</summary>
    public static (List<(DicomFile File, InstanceHeader Header)> Files, string? Unreadable) Open(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<(DicomFile, InstanceHeader)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? unreadable = null;
        foreach (string path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                DicomFile file = DicomFile.Open(path);
                InstanceHeader header = InstanceHeaderReader.Read(file);
                if (seen.Add(header.SopInstanceUid))
                {
                    files.Add((file, header));
                }
            }
            catch (Exception e) when (e is DicomReadException or DicomDataException or IOException or UnauthorizedAccessException)
            {
                unreadable ??= $"{Path.GetFileName(path)}: {e.Message.ReplaceLineEndings(" ")}";
            }
        }

        return (files, unreadable);
    }

    /// <summary>The result of a series of which no file can be read.</summary>
    public static AnalysisResult Unreadable(string pipeline, string reason, AnalysisOptions options) => new()
    {
        Pipeline = pipeline,
        Status = AnalysisStatus.Failed,
        Reasons = [new ResultReason(ReasonCodes.NotDecodable, reason)],
        StudyInstanceUid = "",
        SeriesInstanceUid = "",
        Software = SoftwareName.Current,
        ConfigurationHash = options.Hash(),
    };

    /// <summary>The result of a series whose model cannot be used.</summary>
    public static AnalysisResult WithoutModel(string pipeline, string reason, AnalysisRequest request, CancellationToken cancellationToken)
    {
        (List<(DicomFile File, InstanceHeader Header)> files, _) = Open(request.Files, cancellationToken);
        return Unreadable(pipeline, reason, request.Options) with
        {
            Reasons = [new ResultReason(ReasonCodes.ModelUnavailable, reason)],
            StudyInstanceUid = files.Count > 0 ? files[0].Header.StudyInstanceUid : "",
            SeriesInstanceUid = files.Count > 0 ? files[0].Header.SeriesInstanceUid : "",
            SopInstanceUids = [.. files.Select(f => f.Header.SopInstanceUid)],
        };
    }
}
