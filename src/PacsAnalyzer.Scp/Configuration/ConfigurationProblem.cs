namespace PacsAnalyzer.Scp.Configuration;

/// <summary>One thing wrong in the configuration.</summary>
/// <param name="Source">File or environment variable.</param>
/// <param name="Path">Path such as <c>Association:MaxPduBytes</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record ConfigurationProblem(string Source, string Path, string Message)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => Path.Length == 0 ? $"{Source}: {Message}" : $"{Source}: {Path}: {Message}";
}
