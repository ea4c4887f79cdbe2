namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Exit status.</param>
/// <param name="Output">Errors, then output.</param>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The output when it succeeded.</summary>
    /// <exception cref="ClusterException">It failed.</exception>
    public string Require(string what) => ExitCode == 0 ? Output : throw new ClusterException($"{what} failed: {Output}");
}
