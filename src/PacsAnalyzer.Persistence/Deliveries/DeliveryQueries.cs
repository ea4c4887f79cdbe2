using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>Lists of deliveries and their objects.</summary>
internal static class DeliveryQueries
{
    public static async Task<ILookup<long, DeliveryObject>> ObjectsAsync(NodeDbContext db, long[] deliveryIds, CancellationToken cancellationToken)
    {
        var parts = await db.DeliveryObjects.AsNoTracking().Where(p => deliveryIds.Contains(p.DeliveryId))
            .Join(db.ReportObjects.AsNoTracking(), p => p.ReportObjectId, o => o.Id, (p, o) => new { Part = p, Object = o })
            .OrderBy(x => x.Part.DeliveryId).ThenBy(x => x.Part.Ordinal)
            .ToListAsync(cancellationToken);
        return parts.ToLookup(
            x => x.Part.DeliveryId,
            x => new DeliveryObject(x.Object.SopInstanceUid, x.Object.SopClassUid, x.Object.Kind, x.Object.FilePath, x.Object.Sha256, x.Part.AcceptedAt));
    }

    public static Task<PageOf<DeliveryRecord>> ListAsync(NodeDbContext db, DeliveryFilter filter, Page page, CancellationToken cancellationToken)
    {
        IQueryable<DeliveryRow> rows = db.Deliveries;
        if (filter.State is { } state)
        {
            rows = rows.Where(d => d.State == state);
        }

        if (filter.Destination is { } destination)
        {
            rows = rows.Where(d => d.Destination == destination);
        }

        if (filter.StudyInstanceUid is { } study)
        {
            rows = rows.Where(d => d.StudyInstanceUid == study);
        }

        if (filter.ResultId is { } result)
        {
            rows = rows.Where(d => d.ResultId == result);
        }

        return rows.OrderByDescending(d => d.Id).PageAsync(page, RowMapping.ToRecord, cancellationToken);
    }

    public static async Task<IReadOnlyList<DestinationStatus>> DestinationsAsync(NodeDbContext db, CancellationToken cancellationToken)
    {
        var open = await db.Deliveries.AsNoTracking()
            .Where(d => d.State == DeliveryState.Pending || d.State == DeliveryState.Sending || d.State == DeliveryState.Held)
            .GroupBy(d => d.Destination)
            .Select(g => new
            {
                Destination = g.Key,
                Waiting = g.Count(d => d.State != DeliveryState.Held),
                Held = g.Count(d => d.State == DeliveryState.Held),
                Oldest = g.Min(d => d.State == DeliveryState.Held ? null : (DateTimeOffset?)d.CreatedAt),
            })
            .OrderBy(g => g.Destination)
            .ToListAsync(cancellationToken);

        // Only the head of each study counts: what stands behind another one is not due before that.
        var heads = await db.Deliveries.AsNoTracking()
            .Where(d => d.State == DeliveryState.Pending || d.State == DeliveryState.Sending)
            .Where(d => !db.Deliveries.Any(e => e.Destination == d.Destination && e.StudyInstanceUid == d.StudyInstanceUid && e.Id < d.Id
                && (e.State == DeliveryState.Pending || e.State == DeliveryState.Sending || e.State == DeliveryState.Held)))
            .Select(d => new { d.Destination, Due = d.State == DeliveryState.Sending ? d.LeaseUntil : d.NextAttemptAt })
            .GroupBy(d => d.Destination)
            .Select(g => new { Destination = g.Key, Due = g.Min(d => d.Due) })
            .ToDictionaryAsync(g => g.Destination, g => g.Due, cancellationToken);
        return open.ConvertAll(g => new DestinationStatus(g.Destination, g.Waiting, g.Held, heads.GetValueOrDefault(g.Destination), g.Oldest));
    }
}
