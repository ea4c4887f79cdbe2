using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Series;

/// <summary>Ends a round of assembly. What arrived after the decided revision keeps the series in the waiting state.</summary>
internal static class SeriesDecision
{
    /// <summary>Whether the claim still stands: nobody took the series over. A lease that ended and was not taken over stands.</summary>
    public static bool Stands(SeriesRow? row, SeriesClaim claim) =>
        row is not null && row.ClaimToken == claim.Token && row.LeaseOwner == claim.Owner;

    public static void Decide(SeriesRow row, int revision, SeriesState state, string? ruleId, string? explanation, string? pipeline)
    {
        row.LeaseOwner = null;
        row.LeaseUntil = null;
        row.Attempts = 0;
        row.DecidedRevision = revision;
        row.RuleId = PlainText.CleanOrNull(ruleId, 128);
        row.Explanation = PlainText.CleanOrNull(explanation, PlainText.Long);
        row.Pipeline = pipeline;
        row.LastError = null;
        if (row.Revision <= revision)
        {
            row.State = state;
        }
    }

    /// <summary>Fails what of the series waits, and the series itself unless something newer has arrived.</summary>
    public static async Task FailAsync(
        NodeDbContext db, SeriesRow row, int revision, string code, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (row.Revision <= revision)
        {
            row.State = SeriesState.Failed;
        }

        row.LastError = PlainText.Clean($"{code}: {reason}", PlainText.Long);
        await LedgerWriter.DecideAsync(db, row.Id, revision, LedgerState.Failed, code, reason, now, cancellationToken, LedgerState.Waiting);
    }
}
