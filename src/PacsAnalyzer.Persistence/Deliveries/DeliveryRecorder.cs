using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>Records the outcome of an attempt on a locked delivery.</summary>
internal sealed class DeliveryRecorder(NodeDbContext db, DeliveryRow row, DeliveryAttempt attempt, DateTimeOffset now)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        row.LastStatus = attempt.Status;
        row.LastComment = PlainText.CleanOrNull(attempt.Comment, PlainText.Long);
        await AcceptAsync(cancellationToken);
        switch (attempt.Result)
        {
            case AttemptResult.Accepted:
                row.Proof = attempt.Proof;
                DeliveryChanges.End(row, attempt.Proof == ProofState.Unproven ? DeliveryState.Unproven : DeliveryState.Delivered, now);
                break;
            case AttemptResult.Retry:
                DateTimeOffset at = attempt.RetryAt?.ToUniversalTime() ?? throw new ArgumentException("A delivery to be tried again needs RetryAt.");
                string? hold = await db.Studies.Where(s => s.StudyInstanceUid == row.StudyInstanceUid).Select(s => s.HoldCode).SingleAsync(cancellationToken);
                DeliveryChanges.Requeue(row, hold, at, now);
                break;
            case AttemptResult.Refused:
                DeliveryChanges.End(row, DeliveryState.RefusedByPeer, now);
                await GoElsewhereAsync(AlertCodes.DeliveryRefused, cancellationToken);
                break;
            case AttemptResult.GivenUp:
                DeliveryChanges.End(row, DeliveryState.GivenUp, now);
                await GoElsewhereAsync(AlertCodes.DeliveryGivenUp, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"Unknown outcome of a delivery: {attempt.Result}.");
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<int> AcceptAsync(CancellationToken cancellationToken)
    {
        string[] uids = [.. attempt.AcceptedSopInstanceUids];
        bool all = attempt.Result == AttemptResult.Accepted;
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE delivery_objects SET accepted_at = {now} FROM report_objects o
            WHERE delivery_id = {row.Id} AND o.id = report_object_id AND accepted_at IS NULL AND ({all} OR o.sop_instance_uid = ANY({uids}))
            """,
            cancellationToken);
    }

    private async Task GoElsewhereAsync(string alert, CancellationToken cancellationToken)
    {
        string status = attempt.Status is { } code ? $" (status {code:X4})" : "";
        await AlertWriter.RaiseAsync(
            db, alert, row.Destination, AlertSeverity.Warning, $"Delivery {row.Id} to {row.Destination}{status}: {row.LastComment}", now, cancellationToken);
        if (attempt.FallbackTo is null || row.Superseded)
        {
            return;
        }

        string destination = PlainText.Clean(attempt.FallbackTo, 128);
        if (await db.Deliveries.AnyAsync(d => d.ResultId == row.ResultId && d.Destination == destination, cancellationToken))
        {
            return;
        }

        List<long> left = await db.DeliveryObjects.Where(p => p.DeliveryId == row.Id && p.AcceptedAt == null)
            .OrderBy(p => p.Ordinal).Select(p => p.ReportObjectId).ToListAsync(cancellationToken);
        string? hold = await db.Studies.Where(s => s.StudyInstanceUid == row.StudyInstanceUid).Select(s => s.HoldCode).SingleAsync(cancellationToken);
        var next = new DeliveryRow
        {
            ResultId = row.ResultId,
            StudyInstanceUid = row.StudyInstanceUid,
            Destination = destination,
            FallbackOf = row.Id,
            StartedAt = now,
            CreatedAt = now,
        };
        DeliveryChanges.Requeue(next, hold, now, now);
        db.Deliveries.Add(next);
        await db.SaveChangesAsync(cancellationToken);
        new DeliveryCreator(db, now).AddParts(next.Id, left);
    }
}
