using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Ledger;

internal sealed class LedgerStore(DbSession session) : ILedgerStore
{
    public Task<LedgerCounts> CountsAsync(CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db =>
            {
                var states = await db.Ledger.GroupBy(l => l.State).Select(g => new { State = g.Key, Count = g.LongCount() }).ToListAsync(cancellationToken);
                long unaccounted = await db.Ledger.LongCountAsync(
                    l => l.RemovedAt == null && l.UnindexedPath == null && !db.Instances.Any(i => i.SopInstanceUid == l.SopInstanceUid),
                    cancellationToken);
                long Of(LedgerState state) => states.Find(s => s.State == state)?.Count ?? 0;
                return new LedgerCounts(Of(LedgerState.Analysed), Of(LedgerState.Excluded), Of(LedgerState.Failed), Of(LedgerState.Waiting), unaccounted);
            },
            cancellationToken);

    public Task<LedgerReconciliation> ReconcileAsync(
        IReadOnlyCollection<string> spooledSopInstanceUids, DateTimeOffset listedAt, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db =>
            {
                HashSet<string> spooled = [.. spooledSopInstanceUids];
                HashSet<string> onlyInSpool = [.. spooled];
                var sums = new long[Enum.GetValues<LedgerState>().Length];
                long unaccounted = 0;
                var missing = new List<string>();
                var rows = db.Ledger.AsNoTracking().Select(l => new
                {
                    l.SopInstanceUid,
                    l.State,
                    l.ReceivedAt,
                    Removed = l.RemovedAt != null,
                    Indexed = l.UnindexedPath != null || db.Instances.Any(i => i.SopInstanceUid == l.SopInstanceUid),
                });
                await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    sums[(int)row.State]++;
                    onlyInSpool.Remove(row.SopInstanceUid);
                    bool gone = !spooled.Contains(row.SopInstanceUid) && row.ReceivedAt < listedAt;
                    if (!row.Removed && (gone || !row.Indexed))
                    {
                        unaccounted++;
                        if (missing.Count < LedgerReconciliation.MaximumListed)
                        {
                            missing.Add(row.SopInstanceUid);
                        }
                    }
                }

                var counts = new LedgerCounts(
                    sums[(int)LedgerState.Analysed],
                    sums[(int)LedgerState.Excluded],
                    sums[(int)LedgerState.Failed],
                    sums[(int)LedgerState.Waiting] + onlyInSpool.Count,
                    unaccounted);
                return new LedgerReconciliation(counts, [.. onlyInSpool.Order(StringComparer.Ordinal)], missing);
            },
            cancellationToken);

    public Task<LedgerEntry?> FindAsync(string sopInstanceUid, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db => (await db.Ledger.AsNoTracking().SingleOrDefaultAsync(l => l.SopInstanceUid == sopInstanceUid, cancellationToken))?.ToRecord(),
            cancellationToken);

    public Task<PageOf<LedgerEntry>> ListAsync(LedgerFilter filter, Page page, CancellationToken cancellationToken) =>
        session.ReadAsync(
            db =>
            {
                IQueryable<LedgerRow> rows = db.Ledger;
                if (filter.State is { } state)
                {
                    rows = rows.Where(l => l.State == state);
                }

                if (filter.StudyInstanceUid is { } study)
                {
                    rows = rows.Where(l => l.StudyInstanceUid == study);
                }

                if (filter.SeriesInstanceUid is { } series)
                {
                    rows = rows.Where(l => l.SeriesInstanceUid == series);
                }

                if (filter.CallingAeTitle is { } caller)
                {
                    rows = rows.Where(l => l.CallingAeTitle == caller);
                }

                return rows.OrderByDescending(l => l.ReceivedAt).ThenBy(l => l.SopInstanceUid).PageAsync(page, RowMapping.ToRecord, cancellationToken);
            },
            cancellationToken);

    public Task RecordUnindexedAsync(UnindexedInstance instance, CancellationToken cancellationToken)
    {
        string uid = PlainText.RequireUid(instance.SopInstanceUid, nameof(instance.SopInstanceUid));
        string code = PlainText.Clean(instance.Code, 128);
        string reason = PlainText.Clean(instance.Reason, PlainText.Long);
        string calling = PlainText.Clean(instance.CallingAeTitle, 64);
        string called = PlainText.Clean(instance.CalledAeTitle, 64);
        string address = PlainText.Clean(instance.RemoteAddress, 64);
        string path = PlainText.Clean(instance.FilePath);
        DateTimeOffset received = instance.ReceivedAt.ToUniversalTime();
        DateTimeOffset now = session.Now;
        return session.RunAsync(
            db => db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO ledger (sop_instance_uid, state, rule_id, reason, calling_ae_title, called_ae_title, remote_address, unindexed_path,
                    received_at, decided_at)
                VALUES ({uid}, 'Failed', {code}, {reason}, {calling}, {called}, {address}, {path}, {received}, {now})
                ON CONFLICT (sop_instance_uid) DO UPDATE SET rule_id = excluded.rule_id, reason = excluded.reason,
                    unindexed_path = excluded.unindexed_path, removed_at = NULL
                WHERE ledger.unindexed_path IS NOT NULL
                """,
                cancellationToken),
            cancellationToken);
    }
}
