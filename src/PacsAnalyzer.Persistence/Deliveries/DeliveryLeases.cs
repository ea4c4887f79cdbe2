using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>Leases due deliveries of a destination.</summary>
internal static class DeliveryLeases
{
    public static async Task<IReadOnlyList<DeliveryLease>> TakeAsync(
        NodeDbContext db, string destination, string owner, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        await EndExpiredAsync(db, destination, now, cancellationToken);
        List<DeliveryRow> rows = await db.Deliveries.FromSql(
            $"""
            WITH due AS MATERIALIZED (
                SELECT d.id FROM deliveries d
                WHERE d.destination = {destination} AND d.state = 'Pending' AND d.next_attempt_at <= {now}
                    AND NOT EXISTS (SELECT FROM deliveries e WHERE e.destination = d.destination AND e.study_instance_uid = d.study_instance_uid
                        AND e.id < d.id AND e.state IN ('Pending', 'Sending', 'Held'))
                    AND NOT EXISTS (SELECT FROM studies s WHERE s.study_instance_uid = d.study_instance_uid AND s.hold_code IS NOT NULL)
                ORDER BY d.id LIMIT {limit} FOR UPDATE OF d SKIP LOCKED)
            UPDATE deliveries SET state = 'Sending', lease_owner = {owner}, lease_until = {until}, lease_token = lease_token + 1, attempts = attempts + 1
            FROM due WHERE deliveries.id = due.id RETURNING deliveries.*
            """).AsNoTracking().ToListAsync(cancellationToken);
        ILookup<long, DeliveryObject> objects = await DeliveryQueries.ObjectsAsync(db, [.. rows.Select(r => r.Id)], cancellationToken);
        return [.. rows.OrderBy(r => r.Id).Select(r => new DeliveryLease(r.ToRecord(), [.. objects[r.Id]], owner, r.LeaseToken))];
    }

    // A sender that vanished: its delivery goes back, or ends when it was superseded meanwhile.
    private static Task<int> EndExpiredAsync(NodeDbContext db, string destination, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            WITH expired AS MATERIALIZED (
                SELECT d.id, s.hold_code FROM deliveries d JOIN studies s ON s.study_instance_uid = d.study_instance_uid
                WHERE d.destination = {destination} AND d.state = 'Sending' AND d.lease_until <= {now} FOR UPDATE OF d SKIP LOCKED)
            UPDATE deliveries SET
                state = CASE WHEN superseded THEN 'Cancelled' WHEN x.hold_code IS NOT NULL THEN 'Held' ELSE 'Pending' END,
                held_by_study = NOT superseded AND x.hold_code IS NOT NULL,
                hold_reason = CASE WHEN superseded THEN {DeliveryChanges.Superseded} ELSE x.hold_code END,
                finished_at = CASE WHEN superseded THEN {now} END,
                lease_until = NULL
            FROM expired x WHERE deliveries.id = x.id
            """,
            cancellationToken);
}
