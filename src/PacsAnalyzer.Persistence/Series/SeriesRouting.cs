using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Series;

/// <summary>Routes a claimed series to a pipeline: its job, its state and its ledger rows.</summary>
internal static class SeriesRouting
{
    public static async Task<JobCreation> RouteAsync(
        NodeDbContext db, SeriesRow row, SeriesClaim claim, SeriesRoute route, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int revision = claim.Series.Revision;
        (JobCreation creation, JobRow job) = await JobCreator.CreateAsync(
            db, row, revision, claim.ContentHash, route.Pipeline, route.ModelVersion, route.NotBefore?.ToUniversalTime() ?? now, now, cancellationToken);

        // What is part of an earlier result stays analysed until the new one is there.
        await LedgerWriter.DecideAsync(
            db, row.Id, revision, LedgerState.Waiting, null, null, now, cancellationToken, LedgerState.Excluded, LedgerState.Failed);
        if (route.Excluded.Count > 0)
        {
            await LedgerWriter.ExcludeAsync(
                db,
                row.Id,
                [.. route.Excluded.Select(e => e.SopInstanceUid)],
                [.. route.Excluded.Select(e => PlainText.Clean(e.RuleId, 128))],
                [.. route.Excluded.Select(e => PlainText.Clean(e.Explanation, PlainText.Long))],
                now,
                cancellationToken);
        }

        SeriesDecision.Decide(row, revision, StateAfter(creation.State), route.RuleId, route.Explanation, PlainText.Clean(route.Pipeline, 128));
        await FollowEarlierJobAsync(db, row, job, now, cancellationToken);
        return creation;
    }

    private static SeriesState StateAfter(JobState job) => job switch
    {
        JobState.Done => SeriesState.Analysed,
        JobState.Failed or JobState.Parked or JobState.Cancelled => SeriesState.Failed,
        _ => SeriesState.Queued,
    };

    // The same content was analysed before: its ledger rows say what came of that.
    private static Task FollowEarlierJobAsync(NodeDbContext db, SeriesRow row, JobRow job, DateTimeOffset now, CancellationToken cancellationToken) => job.State switch
    {
        JobState.Done => LedgerWriter.DecideAsync(
            db, row.Id, job.Revision, LedgerState.Analysed, row.RuleId, row.Explanation, now, cancellationToken, LedgerState.Waiting),
        JobState.Failed or JobState.Parked or JobState.Cancelled => LedgerWriter.DecideAsync(
            db, row.Id, job.Revision, LedgerState.Failed, job.State.ToString().ToUpperInvariant(), job.LastError, now, cancellationToken, LedgerState.Waiting),
        _ => Task.CompletedTask,
    };
}
