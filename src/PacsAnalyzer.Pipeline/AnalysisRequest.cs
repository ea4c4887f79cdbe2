namespace PacsAnalyzer.Pipeline;

/// <summary>One series to analyse.</summary>
/// <param name="Files">Part 10 files of the series, any order.</param>
/// <param name="Options">Configuration.</param>
public sealed record AnalysisRequest(IReadOnlyList<string> Files, AnalysisOptions Options);
