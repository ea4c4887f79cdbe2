using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Series;

/// <summary>Claims due series, and fails those whose claims always end with a dead node.</summary>
internal static class SeriesClaims
{
    public static async Task<IReadOnlyList<SeriesClaim>> TakeAsync(
        NodeDbContext db, string owner, DateTimeOffset now, DateTimeOffset until, int limit, int maximumAttempts, CancellationToken cancellationToken)
    {
        // Materialised, because a plan may run a plain subquery more than once, and would then lock more than the limit.
        List<SeriesRow> rows = await db.Series.FromSql(
            $"""
            WITH due AS MATERIALIZED (
                SELECT id FROM series
                WHERE state = 'Receiving' AND revision > 0 AND due_at <= {now} AND (lease_until IS NULL OR lease_until <= {now})
                    AND attempts < {maximumAttempts}
                ORDER BY due_at, id LIMIT {limit} FOR UPDATE SKIP LOCKED)
            UPDATE series SET lease_owner = {owner}, lease_until = {until}, attempts = attempts + 1, claim_token = claim_token + 1
            FROM due WHERE series.id = due.id RETURNING series.*
            """).AsNoTracking().ToListAsync(cancellationToken);
        IReadOnlyDictionary<string, StudyRecord> studies =
            await StudyQueries.LoadAsync(db, [.. rows.Select(r => r.StudyInstanceUid).Distinct()], cancellationToken);
        var claims = new List<SeriesClaim>(rows.Count);
        foreach (SeriesRow row in rows.OrderBy(r => r.DueAt).ThenBy(r => r.Id))
        {
            IReadOnlyList<InstanceRecord> instances = await InstanceQueries.OfSeriesAsync(db, row, row.Revision, false, cancellationToken);
            claims.Add(new SeriesClaim(
                row.ToRecord(), studies[row.StudyInstanceUid], instances, InstanceQueries.ContentHash(instances), owner, row.ClaimToken, until));
        }

        return claims;
    }

    public static async Task FailHopelessAsync(DbSession session, int maximumAttempts, CancellationToken cancellationToken)
    {
        DateTimeOffset now = session.Now;
        List<long> ids = await session.ReadAsync(
            db => db.Series.Where(s => s.State == SeriesState.Receiving && s.DueAt <= now && s.LeaseUntil <= now && s.Attempts >= maximumAttempts)
                .Select(s => s.Id).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (long id in ids)
        {
            await session.RunAsync(
                async db =>
                {
                    SeriesRow? row = await db.LockSeriesAsync(id, cancellationToken);
                    if (row is { State: SeriesState.Receiving } && row.LeaseUntil <= now && row.Attempts >= maximumAttempts)
                    {
                        string reason = $"The node vanished {row.Attempts} times while it assembled this series.";
                        SeriesDecision.Decide(row, row.Revision, SeriesState.Failed, SeriesReasons.AssemblyCrashed, reason, null);
                        await SeriesDecision.FailAsync(db, row, row.Revision, SeriesReasons.AssemblyCrashed, reason, now, cancellationToken);
                        await AlertWriter.RaiseAsync(
                            db, AlertCodes.SeriesFailed, $"{id}", AlertSeverity.Critical, $"{SeriesReasons.AssemblyCrashed}: {reason}", now, cancellationToken);
                        await db.SaveChangesAsync(cancellationToken);
                    }

                    return true;
                },
                cancellationToken);
        }
    }
}
