using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>Changes of a locked job row.</summary>
internal static class JobChanges
{
    public static void Requeue(JobRow job, DateTimeOffset at)
    {
        job.State = JobState.Pending;
        job.Attempts = 0;
        job.Crashes = 0;
        job.LeaseOwner = null;
        job.LeaseUntil = null;
        job.FinishedAt = null;
        job.NextAttemptAt = at;
    }

    public static void End(JobRow job, JobState state, string? error, DateTimeOffset now)
    {
        job.State = state;
        job.LeaseUntil = null;
        job.FinishedAt = now;
        job.LastError = PlainText.CleanOrNull(error, PlainText.Long) ?? job.LastError;
    }

    /// <summary>Whether the lease still stands: nobody took the job over. A lease that ended and was not taken over stands.</summary>
    public static bool Stands(JobRow? job, JobLease lease) =>
        job is { State: JobState.Leased } && job.LeaseToken == lease.Token && job.LeaseOwner == lease.Owner;

    /// <summary>Locks series and job in the order of all transactions; null where one is gone.</summary>
    public static async Task<(SeriesRow Series, JobRow Job)?> LockAsync(NodeDbContext db, long jobId, CancellationToken cancellationToken)
    {
        long seriesId = await db.Jobs.Where(j => j.Id == jobId).Select(j => j.SeriesId).SingleOrDefaultAsync(cancellationToken);
        return await db.LockSeriesAsync(seriesId, cancellationToken) is { } series && await db.LockJobAsync(jobId, cancellationToken) is { } job
            ? (series, job)
            : null;
    }
}
