using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Results;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>Stores report objects and their deliveries inside the transaction of a completion.</summary>
internal sealed class DeliveryCreator(NodeDbContext db, DateTimeOffset now)
{
    public async Task CreateAsync(
        ResultRow result, StudyRow study, IReadOnlyList<NewReportObject> objects, IReadOnlyList<NewDelivery> deliveries, CancellationToken cancellationToken)
    {
        Dictionary<string, ReportObjectRow> rows = await AddObjectsAsync(result, objects, cancellationToken);
        foreach (NewDelivery delivery in deliveries.DistinctBy(d => d.Destination, StringComparer.Ordinal))
        {
            var row = new DeliveryRow
            {
                ResultId = result.Id,
                StudyInstanceUid = result.StudyInstanceUid,
                Destination = PlainText.Clean(delivery.Destination, 128),
                State = DeliveryState.Pending,
                NextAttemptAt = now,
                StartedAt = now,
                CreatedAt = now,
            };
            if (delivery.HoldReason is not null)
            {
                row.State = DeliveryState.Held;
                row.HoldReason = PlainText.Clean(delivery.HoldReason);
            }
            else if (study.HoldCode is not null)
            {
                row.State = DeliveryState.Held;
                row.HoldReason = study.HoldCode;
                row.HeldByStudy = true;
            }

            db.Deliveries.Add(row);
            await db.SaveChangesAsync(cancellationToken);
            AddParts(row.Id, delivery.SopInstanceUids.Distinct().Select(uid => rows.TryGetValue(uid, out ReportObjectRow? o)
                ? o.Id
                : throw new ArgumentException($"The delivery to {delivery.Destination} names object {uid}, which the result does not have.")));
        }
    }

    /// <summary>Adds the objects of a delivery, in order.</summary>
    public void AddParts(long deliveryId, IEnumerable<long> reportObjectIds)
    {
        int ordinal = 0;
        foreach (long id in reportObjectIds)
        {
            db.DeliveryObjects.Add(new DeliveryObjectRow { DeliveryId = deliveryId, ReportObjectId = id, Ordinal = ordinal++ });
        }
    }

    // UIDs are derived from the content: an object that is there already under the same hash is the same object.
    private async Task<Dictionary<string, ReportObjectRow>> AddObjectsAsync(
        ResultRow result, IReadOnlyList<NewReportObject> objects, CancellationToken cancellationToken)
    {
        string[] uids = [.. objects.Select(o => o.SopInstanceUid)];
        Dictionary<string, ReportObjectRow> rows = await db.ReportObjects.Where(o => uids.Contains(o.SopInstanceUid))
            .ToDictionaryAsync(o => o.SopInstanceUid, StringComparer.Ordinal, cancellationToken);
        for (int i = 0; i < objects.Count; i++)
        {
            NewReportObject o = objects[i];
            if (rows.TryGetValue(o.SopInstanceUid, out ReportObjectRow? same))
            {
                if (!string.Equals(same.Sha256, o.Sha256, StringComparison.OrdinalIgnoreCase))
                {
                    throw new InvalidOperationException($"Object {o.SopInstanceUid} is stored already with other content: its UID was not derived from the content.");
                }

                continue;
            }

            rows[o.SopInstanceUid] = same = new ReportObjectRow
            {
                ResultId = result.Id,
                Ordinal = i,
                SopInstanceUid = PlainText.RequireUid(o.SopInstanceUid, nameof(o.SopInstanceUid)),
                SopClassUid = PlainText.Clean(o.SopClassUid, PlainText.Uid),
                Kind = PlainText.Clean(o.Kind, 32),
                FilePath = PlainText.Clean(o.FilePath),
                Sha256 = PlainText.Clean(o.Sha256, 64),
                ByteLength = o.ByteLength,
                PredecessorSopInstanceUid = PlainText.CleanOrNull(o.PredecessorSopInstanceUid, PlainText.Uid),
                CreatedAt = now,
            };
            db.ReportObjects.Add(same);
        }

        await db.SaveChangesAsync(cancellationToken);
        return rows;
    }
}
