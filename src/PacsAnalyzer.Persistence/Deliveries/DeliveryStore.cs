using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Signals;

namespace PacsAnalyzer.Persistence.Deliveries;

internal sealed class DeliveryStore(DbSession session) : IDeliveryStore
{
    public Task<IReadOnlyList<DestinationStatus>> DestinationsAsync(CancellationToken cancellationToken) =>
        session.ReadAsync(db => DeliveryQueries.DestinationsAsync(db, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<DeliveryLease>> LeaseDueAsync(
        string destination, string owner, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        session.RunAsync(
            db =>
            {
                DateTimeOffset now = session.Now;
                return DeliveryLeases.TakeAsync(db, destination, owner, now, now + lease, limit, cancellationToken);
            },
            cancellationToken);

    public Task<bool> ExtendAsync(DeliveryLease lease, TimeSpan duration, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease.Delivery.Id,
            (_, row) =>
            {
                row.LeaseUntil = session.Now + duration;
                return Task.FromResult(DeliveryChanges.Stands(row, lease));
            },
            cancellationToken);

    public Task<bool> RecordAcceptedAsync(DeliveryLease lease, string sopInstanceUid, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease.Delivery.Id,
            async (db, row) =>
            {
                DateTimeOffset now = session.Now;
                return DeliveryChanges.Stands(row, lease) && await db.Database.ExecuteSqlAsync(
                    $"""
                    UPDATE delivery_objects SET accepted_at = COALESCE(accepted_at, {now}) FROM report_objects o
                    WHERE delivery_id = {row.Id} AND o.id = report_object_id AND o.sop_instance_uid = {sopInstanceUid}
                    """,
                    cancellationToken) > 0;
            },
            cancellationToken);

    public Task<DeliveryRecord?> RecordAsync(DeliveryLease lease, DeliveryAttempt attempt, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                DeliveryRow? row = await db.LockDeliveryAsync(lease.Delivery.Id, cancellationToken);
                if (!DeliveryChanges.Stands(row, lease))
                {
                    return null;
                }

                await new DeliveryRecorder(db, row!, attempt, session.Now).RunAsync(cancellationToken);
                await SignalChannels.NotifyAsync(db, DatabaseSignal.DeliveryQueued, cancellationToken);
                return row!.ToRecord();
            },
            cancellationToken);

    public Task<bool> RecordProofAsync(long deliveryId, ProofState proof, CancellationToken cancellationToken) =>
        ChangeAsync(
            deliveryId,
            (_, row) =>
            {
                bool accepted = row.State is DeliveryState.Unproven or DeliveryState.Delivered;
                if (accepted && proof > row.Proof)
                {
                    row.Proof = proof;
                    row.State = DeliveryState.Delivered;
                }

                return Task.FromResult(accepted);
            },
            cancellationToken);

    public Task<bool> RetryAsync(long deliveryId, bool sendAll, CancellationToken cancellationToken) =>
        ChangeAsync(
            deliveryId,
            async (db, row) =>
            {
                if (!DeliveryChanges.MayRetry(row, sendAll))
                {
                    return false;
                }

                await BeginAnewAsync(db, row, sendAll, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<int> RetryDestinationAsync(string destination, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                List<DeliveryRow> rows = await db.Deliveries.FromSql(
                    $"""
                    SELECT * FROM deliveries WHERE destination = {destination} AND state IN ('RefusedByPeer', 'GivenUp') AND NOT superseded
                    ORDER BY id FOR UPDATE
                    """).ToListAsync(cancellationToken);
                foreach (DeliveryRow row in rows)
                {
                    await BeginAnewAsync(db, row, false, cancellationToken);
                }

                await db.SaveChangesAsync(cancellationToken);
                return rows.Count;
            },
            cancellationToken);

    public Task<bool> HoldAsync(long deliveryId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            deliveryId,
            (_, row) =>
            {
                bool pending = row.State == DeliveryState.Pending;
                row.State = pending ? DeliveryState.Held : row.State;
                row.HoldReason = pending ? PlainText.Clean(reason) : row.HoldReason;
                return Task.FromResult(pending);
            },
            cancellationToken);

    public Task<bool> ReleaseAsync(long deliveryId, CancellationToken cancellationToken) =>
        ChangeAsync(
            deliveryId,
            async (db, row) =>
            {
                if (row.State != DeliveryState.Held
                    || await db.Studies.AnyAsync(s => s.StudyInstanceUid == row.StudyInstanceUid && s.HoldCode != null, cancellationToken))
                {
                    return false;
                }

                DateTimeOffset now = session.Now;
                row.StartedAt = now;
                DeliveryChanges.Requeue(row, null, now, now);
                await SignalChannels.NotifyAsync(db, DatabaseSignal.DeliveryQueued, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<bool> CancelAsync(long deliveryId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            deliveryId,
            async (db, row) =>
            {
                if (row.State is not (DeliveryState.Pending or DeliveryState.Held))
                {
                    return false;
                }

                row.HoldReason = PlainText.Clean(reason);
                row.HeldByStudy = false;
                DeliveryChanges.End(row, DeliveryState.Cancelled, session.Now);

                // What stood behind it may go now.
                await SignalChannels.NotifyAsync(db, DatabaseSignal.DeliveryQueued, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<DeliveryDetail?> GetAsync(long deliveryId, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db => await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == deliveryId, cancellationToken) is { } row
                ? new DeliveryDetail(row.ToRecord(), [.. (await DeliveryQueries.ObjectsAsync(db, [deliveryId], cancellationToken))[deliveryId]])
                : null,
            cancellationToken);

    public Task<PageOf<DeliveryRecord>> ListAsync(DeliveryFilter filter, Page page, CancellationToken cancellationToken) =>
        session.ReadAsync(db => DeliveryQueries.ListAsync(db, filter, page, cancellationToken), cancellationToken);

    public Task<IReadOnlyDictionary<DeliveryState, int>> CountsAsync(CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyDictionary<DeliveryState, int>>(
            async db =>
            {
                var counts = await db.Deliveries.GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() })
                    .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
                return Enum.GetValues<DeliveryState>().ToDictionary(s => s, s => counts.GetValueOrDefault(s));
            },
            cancellationToken);

    private async Task BeginAnewAsync(NodeDbContext db, DeliveryRow row, bool sendAll, CancellationToken cancellationToken)
    {
        DateTimeOffset now = session.Now;
        if (sendAll)
        {
            await db.DeliveryObjects.Where(p => p.DeliveryId == row.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.AcceptedAt, (DateTimeOffset?)null), cancellationToken);
        }

        string? hold = await db.Studies.Where(s => s.StudyInstanceUid == row.StudyInstanceUid).Select(s => s.HoldCode).SingleAsync(cancellationToken);
        row.Attempts = 0;
        row.StartedAt = now;
        row.Proof = ProofState.Unproven;
        DeliveryChanges.Requeue(row, hold, now, now);
        await SignalChannels.NotifyAsync(db, DatabaseSignal.DeliveryQueued, cancellationToken);
    }

    private Task<bool> ChangeAsync(long deliveryId, Func<NodeDbContext, DeliveryRow, Task<bool>> change, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                if (await db.LockDeliveryAsync(deliveryId, cancellationToken) is not { } row || !await change(db, row))
                {
                    return false;
                }

                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
}
