using Microsoft.EntityFrameworkCore;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Locks rows for a decision. Order everywhere: study, series, job, delivery; it keeps transactions from waiting for each other in a ring.</summary>
internal static class RowLocks
{
    public static async Task<StudyRow?> LockStudyAsync(this NodeDbContext db, string studyInstanceUid, CancellationToken cancellationToken) =>
        (await db.Studies.FromSql($"SELECT * FROM studies WHERE study_instance_uid = {studyInstanceUid} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    public static Task<List<StudyRow>> LockStudiesAsync(this NodeDbContext db, string[] studyInstanceUids, CancellationToken cancellationToken) =>
        db.Studies.FromSql($"SELECT * FROM studies WHERE study_instance_uid = ANY({studyInstanceUids}) ORDER BY study_instance_uid FOR UPDATE").ToListAsync(cancellationToken);

    public static async Task<SeriesRow?> LockSeriesAsync(this NodeDbContext db, long id, CancellationToken cancellationToken) =>
        (await db.Series.FromSql($"SELECT * FROM series WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    public static async Task<JobRow?> LockJobAsync(this NodeDbContext db, long id, CancellationToken cancellationToken) =>
        (await db.Jobs.FromSql($"SELECT * FROM jobs WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    public static async Task<DeliveryRow?> LockDeliveryAsync(this NodeDbContext db, long id, CancellationToken cancellationToken) =>
        (await db.Deliveries.FromSql($"SELECT * FROM deliveries WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();
}
