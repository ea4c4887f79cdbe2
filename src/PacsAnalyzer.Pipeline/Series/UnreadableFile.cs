namespace PacsAnalyzer.Pipeline.Series;

/// <summary>A file that could not be taken in.</summary>
/// <param name="File">Path.</param>
/// <param name="Reason">One line: what is wrong.</param>
public sealed record UnreadableFile(string File, string Reason);
