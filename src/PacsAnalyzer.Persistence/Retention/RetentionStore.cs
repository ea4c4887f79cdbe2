using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Retention;

internal sealed class RetentionStore(DbSession session) : IRetentionStore
{
    public Task<IReadOnlyList<RemovableInstance>> ListRemovableAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        DateTimeOffset until = before.ToUniversalTime();
        return session.ReadAsync<IReadOnlyList<RemovableInstance>>(
            async db =>
            {
                List<RemovableRow> rows = await db.Database.SqlQuery<RemovableRow>(
                    $"""
                    SELECT i.sop_instance_uid AS "SopInstanceUid", i.file_path AS "FilePath", i.byte_length AS "ByteLength",
                        ARRAY(SELECT c.file_path FROM instance_conflicts c WHERE c.sop_instance_uid = i.sop_instance_uid ORDER BY c.id) AS "ConflictPaths"
                    FROM studies t JOIN series s USING (study_instance_uid) JOIN instances i ON i.series_id = s.id
                    WHERE i.removed_at IS NULL AND t.last_received_at < {until} AND t.hold_code IS NULL
                        AND NOT EXISTS (SELECT FROM series o WHERE o.study_instance_uid = t.study_instance_uid AND o.revision > 0 AND o.state IN ('Receiving', 'Queued'))
                        AND NOT EXISTS (SELECT FROM jobs j WHERE j.study_instance_uid = t.study_instance_uid AND j.state IN ('Pending', 'Leased'))
                        AND NOT EXISTS (SELECT FROM deliveries d WHERE d.study_instance_uid = t.study_instance_uid AND d.state IN ('Pending', 'Sending', 'Held'))
                    ORDER BY t.last_received_at, i.sop_instance_uid LIMIT {limit}
                    """).ToListAsync(cancellationToken);
                if (rows.Count < limit)
                {
                    rows.AddRange(await db.Database.SqlQuery<RemovableRow>(
                        $"""
                        SELECT sop_instance_uid AS "SopInstanceUid", unindexed_path AS "FilePath", 0::bigint AS "ByteLength", ARRAY[]::text[] AS "ConflictPaths"
                        FROM ledger WHERE unindexed_path IS NOT NULL AND removed_at IS NULL AND received_at < {until}
                        ORDER BY received_at, sop_instance_uid LIMIT {limit - rows.Count}
                        """).ToListAsync(cancellationToken));
                }

                return rows.ConvertAll(r => new RemovableInstance(r.SopInstanceUid, r.FilePath, r.ConflictPaths, r.ByteLength));
            },
            cancellationToken);
    }

    public Task<int> MarkRemovedAsync(IReadOnlyCollection<string> sopInstanceUids, CancellationToken cancellationToken)
    {
        string[] uids = [.. sopInstanceUids];
        DateTimeOffset now = session.Now;
        return session.RunAsync(
            async db =>
            {
                await db.Instances.Where(i => uids.Contains(i.SopInstanceUid) && i.RemovedAt == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(i => i.RemovedAt, now), cancellationToken);
                return await db.Ledger.Where(l => uids.Contains(l.SopInstanceUid) && l.RemovedAt == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(l => l.RemovedAt, now), cancellationToken);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<RemovableObject>> ListRemovableObjectsAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        DateTimeOffset until = before.ToUniversalTime();
        return session.ReadAsync<IReadOnlyList<RemovableObject>>(
            async db => await db.Database.SqlQuery<RemovableObject>(
                $"""
                SELECT o.sop_instance_uid AS "SopInstanceUid", o.file_path AS "FilePath" FROM report_objects o
                WHERE o.removed_at IS NULL AND o.created_at < {until}
                    AND NOT EXISTS (SELECT FROM delivery_objects p JOIN deliveries d ON d.id = p.delivery_id
                        WHERE p.report_object_id = o.id AND d.state IN ('Pending', 'Sending', 'Held'))
                ORDER BY o.created_at, o.id LIMIT {limit}
                """).ToListAsync(cancellationToken),
            cancellationToken);
    }

    public Task<int> MarkObjectsRemovedAsync(IReadOnlyCollection<string> sopInstanceUids, CancellationToken cancellationToken)
    {
        string[] uids = [.. sopInstanceUids];
        DateTimeOffset now = session.Now;
        return session.RunAsync(
            db => db.ReportObjects.Where(o => uids.Contains(o.SopInstanceUid) && o.RemovedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.RemovedAt, now), cancellationToken),
            cancellationToken);
    }

    public Task<PurgedPatient> PurgePatientAsync(string patientId, string? issuerOfPatientId, string actor, CancellationToken cancellationToken) =>
        session.RunAsync(db => new PatientPurge(db, session.Now).RunAsync(patientId, issuerOfPatientId, actor, cancellationToken), cancellationToken);

    public Task<int> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        DateTimeOffset until = before.ToUniversalTime();
        return session.RunAsync(
            async db => await db.Audit.Where(a => a.At < until).ExecuteDeleteAsync(cancellationToken)
                + await db.Alerts.Where(a => a.AcknowledgedAt < until).ExecuteDeleteAsync(cancellationToken)
                + await db.Rejections.Where(r => r.DismissedAt < until).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
    }

    private sealed record RemovableRow(string SopInstanceUid, string FilePath, long ByteLength, string[] ConflictPaths);
}
