namespace PacsAnalyzer.Pipeline.Series;

/// <summary>One file and what it holds.</summary>
/// <param name="File">Path.</param>
/// <param name="Header">Header.</param>
public sealed record ScannedInstance(string File, InstanceHeader Header);
