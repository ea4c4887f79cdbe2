using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Ledger;

/// <summary>Moves ledger rows inside the transaction of the decision that they follow.</summary>
internal static class LedgerWriter
{
    /// <summary>Sets the rows of a series up to a revision that are in one of <paramref name="from"/>.</summary>
    public static Task<int> DecideAsync(
        NodeDbContext db,
        long seriesId,
        int revision,
        LedgerState to,
        string? ruleId,
        string? reason,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        params LedgerState[] from)
    {
        string[] states = [.. from.Select(s => s.ToString())];
        string state = to.ToString();
        string? rule = PlainText.CleanOrNull(ruleId, 128);
        string? text = PlainText.CleanOrNull(reason, PlainText.Long);
        DateTimeOffset? decided = to == LedgerState.Waiting ? null : now;
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE ledger SET state = {state}, rule_id = {rule}, reason = {text}, decided_at = {decided}
            FROM instances i
            WHERE i.sop_instance_uid = ledger.sop_instance_uid AND i.series_id = {seriesId} AND i.revision <= {revision}
                AND ledger.state = ANY({states})
            """,
            cancellationToken);
    }

    /// <summary>Excludes single instances of a series.</summary>
    public static Task<int> ExcludeAsync(
        NodeDbContext db, long seriesId, string[] sopInstanceUids, string[] rules, string[] reasons, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE ledger SET state = 'Excluded', rule_id = x.rule, reason = x.reason, decided_at = {now}
            FROM instances i, unnest({sopInstanceUids}, {rules}, {reasons}) AS x(uid, rule, reason)
            WHERE i.sop_instance_uid = x.uid AND i.series_id = {seriesId} AND ledger.sop_instance_uid = x.uid
            """,
            cancellationToken);
}
