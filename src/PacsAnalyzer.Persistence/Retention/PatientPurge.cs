using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Audit;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Series;

namespace PacsAnalyzer.Persistence.Retention;

/// <summary>Takes a patient out of the database in one transaction.</summary>
internal sealed class PatientPurge(NodeDbContext db, DateTimeOffset now)
{
    public async Task<PurgedPatient> RunAsync(string patientId, string? issuerOfPatientId, string actor, CancellationToken cancellationToken)
    {
        string[] studies = await StudiesAsync(patientId, issuerOfPatientId, cancellationToken);
        await db.LockStudiesAsync(studies, cancellationToken);
        long[] series = [.. await db.Series.Where(s => studies.Contains(s.StudyInstanceUid)).Select(s => s.Id).ToListAsync(cancellationToken)];
        var instances = await db.Instances.Where(i => series.Contains(i.SeriesId))
            .Select(i => new { i.SopInstanceUid, i.FilePath, i.RemovedAt }).ToListAsync(cancellationToken);
        string[] uids = [.. instances.Select(i => i.SopInstanceUid)];
        List<string> conflicts = await db.Conflicts.Where(c => uids.Contains(c.SopInstanceUid)).Select(c => c.FilePath).ToListAsync(cancellationToken);
        List<string> store = await db.ReportObjects
            .Where(o => o.RemovedAt == null && db.Results.Any(r => r.Id == o.ResultId && studies.Contains(r.StudyInstanceUid)))
            .Select(o => o.FilePath).ToListAsync(cancellationToken);

        await CloseAccountsAsync(uids, cancellationToken);
        await DeleteAsync(studies, uids, cancellationToken);
        string detail = $$"""{"studies":{{studies.Length}},"instances":{{uids.Length}},"objects":{{store.Count}}}""";
        AuditWriter.Add(db, new AuditEntry(actor, "", "patient.purge", "patient", true, detail), now);
        await db.SaveChangesAsync(cancellationToken);
        return new PurgedPatient(
            studies.Length, uids.Length, [.. instances.Where(i => i.RemovedAt is null).Select(i => i.FilePath), .. conflicts], store);
    }

    private async Task<string[]> StudiesAsync(string patientId, string? issuerOfPatientId, CancellationToken cancellationToken)
    {
        string id = PlainText.Clean(patientId).Trim();
        string? issuer = PlainText.CleanOrNull(issuerOfPatientId)?.Trim();
        return [.. await db.Studies
            .Where(s => s.PatientId != null && s.PatientId.Trim() == id && (issuer == null || s.IssuerOfPatientId == issuer))
            .OrderBy(s => s.StudyInstanceUid).Select(s => s.StudyInstanceUid).ToListAsync(cancellationToken)];
    }

    // The accounts stay, but no longer say where they belonged.
    private Task<int> CloseAccountsAsync(string[] uids, CancellationToken cancellationToken)
    {
        string rule = SeriesReasons.Purged;
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE ledger SET study_instance_uid = NULL, series_instance_uid = NULL, rule_id = {rule}, reason = 'Removed on request.',
                removed_at = COALESCE(removed_at, {now}), decided_at = COALESCE(decided_at, {now}),
                state = CASE WHEN state = 'Waiting' THEN 'Excluded' ELSE state END
            WHERE sop_instance_uid = ANY({uids})
            """,
            cancellationToken);
    }

    private async Task DeleteAsync(string[] studies, string[] uids, CancellationToken cancellationToken)
    {
        string[] subjects = [.. studies, .. uids];
        await db.Alerts.Where(a => subjects.Contains(a.Subject)).ExecuteDeleteAsync(cancellationToken);
        await db.Results.Where(r => studies.Contains(r.StudyInstanceUid))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.SupersededBy, (long?)null), cancellationToken);
        await db.Studies.Where(s => studies.Contains(s.StudyInstanceUid)).ExecuteDeleteAsync(cancellationToken);
    }
}
