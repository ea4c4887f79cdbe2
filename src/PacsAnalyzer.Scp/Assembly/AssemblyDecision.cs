namespace PacsAnalyzer.Scp.Assembly;

/// <summary>What becomes of a series that was quiet long enough.</summary>
internal abstract record AssemblyDecision(string Explanation)
{
    /// <summary>Slices are missing and there is still time.</summary>
    public sealed record Wait(DateTimeOffset Until, string Explanation) : AssemblyDecision(Explanation);

    /// <summary>Left out by a rule.</summary>
    public sealed record Exclude(string RuleId, string Explanation) : AssemblyDecision(Explanation);

    /// <summary>To be analysed.</summary>
    public sealed record Analyse(string Pipeline, string RuleId, string Explanation) : AssemblyDecision(Explanation);
}
