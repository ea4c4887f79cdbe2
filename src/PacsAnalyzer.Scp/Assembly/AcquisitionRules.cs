using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Scp.Assembly;

/// <summary>One report an acquisition: decides between series of a study that routing sends to the same pipeline; pure.</summary>
internal static class AcquisitionRules
{
    /// <summary>Rule named in the ledger for a series that another one stands for.</summary>
    public const string RuleId = "preferred-series";

    /// <summary>Turns a decision to analyse into waiting or leaving out, where another series of the acquisition asks for it.</summary>
    /// <param name="decision">What was decided for the series alone.</param>
    /// <param name="own">Its instances.</param>
    /// <param name="siblings">The other series of the study.</param>
    /// <param name="rules">Routing rules.</param>
    /// <param name="maximumWait">When waiting ends.</param>
    /// <param name="now">The time.</param>
    public static AssemblyDecision Decide(
        AssemblyDecision decision, IReadOnlyList<InstanceHeader> own, IReadOnlyList<SiblingSeries> siblings, RoutingRules rules, DateTimeOffset maximumWait, DateTimeOffset now)
    {
        if (decision is not AssemblyDecision.Analyse analyse)
        {
            return decision;
        }

        string uid = own[0].SeriesInstanceUid;
        SiblingSeries[] rivals = [.. siblings.Where(s => s.Headers.Count > 0 && rules.Decide(s.Headers).Pipeline == analyse.Pipeline && SameAcquisition(own, s.Headers))];
        if (rivals.Length == 0)
        {
            return decision;
        }

        if (rivals.Where(r => r.State == SeriesState.Receiving && r.QuietUntil > now).Select(r => (DateTimeOffset?)r.QuietUntil).Max() is { } quiet && now < maximumWait)
        {
            return new AssemblyDecision.Wait(quiet < maximumWait ? quiet : maximumWait, "another series of this acquisition is still arriving");
        }

        if (rivals.Any(r => r.State is SeriesState.Queued or SeriesState.Analysed))
        {
            return new AssemblyDecision.Exclude(RuleId, "Another series of this acquisition has been analysed already.");
        }

        return PreferredSeries.Select([own, .. rivals.Select(r => r.Headers)])[uid] is { } reason
            ? new AssemblyDecision.Exclude(RuleId, reason)
            : decision;
    }

    /// <summary>Whether the two compete for one report: alone, each would be chosen; together, one of them is not.</summary>
    private static bool SameAcquisition(IReadOnlyList<InstanceHeader> a, IReadOnlyList<InstanceHeader> b) =>
        PreferredSeries.Select([a, b]).Values.Any(reason => reason is not null);
}
