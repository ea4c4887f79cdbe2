namespace PacsAnalyzer.Pipeline.Series;

/// <summary>What a scan found.</summary>
/// <param name="Series">Series in the order of their first file.</param>
/// <param name="Unreadable">Files that could not be read.</param>
public sealed record ScanResult(IReadOnlyList<ScannedSeries> Series, IReadOnlyList<UnreadableFile> Unreadable);
