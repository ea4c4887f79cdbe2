using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Scp.Assembly;

/// <summary>The decision on a quiet series: rules first, then completeness by geometry; pure.</summary>
internal static class AssemblyRules
{
    /// <summary>How long a series with gaps waits before it is looked at again.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    /// <summary>Decides.</summary>
    /// <param name="headers">All instances of the series.</param>
    /// <param name="rules">Routing rules.</param>
    /// <param name="maximumWait">When waiting ends.</param>
    /// <param name="now">The time.</param>
    public static AssemblyDecision Decide(IReadOnlyList<InstanceHeader> headers, RoutingRules rules, DateTimeOffset maximumWait, DateTimeOffset now)
    {
        RoutingDecision routing = rules.Decide(headers);
        if (routing.Excluded || routing.Pipeline is null)
        {
            return new AssemblyDecision.Exclude(routing.RuleId, routing.Explanation);
        }

        SeriesCompleteness completeness = SeriesCompleteness.Of(headers);
        if (!completeness.IsComplete && now < maximumWait)
        {
            DateTimeOffset until = now + Recheck;
            return new AssemblyDecision.Wait(until < maximumWait ? until : maximumWait, completeness.Explanation);
        }

        return new AssemblyDecision.Analyse(routing.Pipeline, routing.RuleId, $"{routing.Explanation}; {completeness.Explanation}");
    }
}
