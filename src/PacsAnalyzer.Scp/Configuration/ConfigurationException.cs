namespace PacsAnalyzer.Scp.Configuration;

/// <summary>The configuration cannot be used; carries every problem found, not the first alone.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Creates the exception from all problems.</summary>
    public ConfigurationException(IReadOnlyList<ConfigurationProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>All problems, in the order of the file.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; }
}
