using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Pipeline.Evaluation;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Scp.Commands;

namespace PacsAnalyzer.Scp.Demo;

/// <summary>A bundled case.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="StudyInstanceUid">Its study.</param>
/// <param name="SeriesInstanceUid">Its series.</param>
/// <param name="Truth">What must come out.</param>
/// <param name="Files">Its files with their headers.</param>
internal sealed record DemoSample(string Name, string StudyInstanceUid, string SeriesInstanceUid, CaseTruth Truth, IReadOnlyList<(string Path, Part10Header Header)> Files)
{
    /// <summary>All cases below a folder, by name.</summary>
    /// <exception cref="UserErrorException">There is none, or one is damaged.</exception>
    public static IReadOnlyList<DemoSample> All(string folder)
    {
        IReadOnlyList<string> cases = Directory.Exists(folder) ? Evaluator.FindCases(folder) : [];
        return cases.Count > 0
            ? [.. cases.Order(StringComparer.Ordinal).Select(Read)]
            : throw new UserErrorException($"there are no samples in {folder}; the checkout is incomplete");
    }

    private static DemoSample Read(string folder)
    {
        ScanResult scan = SeriesScanner.Scan([folder]);
        if (scan.Series.Count != 1)
        {
            throw new UserErrorException($"{folder} holds {scan.Series.Count} series, a sample has one");
        }

        ScannedSeries series = scan.Series[0];
        return new DemoSample(
            Path.GetFileName(folder), series.Headers[0].StudyInstanceUid, series.SeriesInstanceUid, CaseTruth.Read(folder),
            [.. series.Files.Select(f => (f, Part10Header.Read(f)))]);
    }
}
