using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Series;

namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>Leases due jobs, and parks those whose workers always vanish.</summary>
internal static class JobLeases
{
    public static async Task<JobLease?> TakeAsync(NodeDbContext db, JobLeaseOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset until = now + options.Lease;
        string[] pipelines = [.. options.Pipelines];
        bool any = pipelines.Length == 0;
        JobRow? job = (await db.Jobs.FromSql(
            $"""
            WITH due AS MATERIALIZED (
                SELECT id FROM jobs
                WHERE ((state = 'Pending' AND next_attempt_at <= {now}) OR (state = 'Leased' AND lease_until <= {now} AND crashes + 1 < {options.MaximumCrashes}))
                    AND ({any} OR pipeline = ANY({pipelines}))
                ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE jobs SET state = 'Leased', crashes = crashes + CASE WHEN state = 'Leased' THEN 1 ELSE 0 END, attempts = attempts + 1,
                lease_token = lease_token + 1, lease_owner = {options.Owner}, lease_until = {until}, heartbeat_at = {now}
            FROM due WHERE jobs.id = due.id RETURNING jobs.*
            """).AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
        if (job is null)
        {
            return null;
        }

        SeriesRow series = await db.Series.AsNoTracking().SingleAsync(s => s.Id == job.SeriesId, cancellationToken);
        IReadOnlyDictionary<string, StudyRecord> study = await StudyQueries.LoadAsync(db, [job.StudyInstanceUid], cancellationToken);
        IReadOnlyList<InstanceRecord> instances = await InstanceQueries.OfSeriesAsync(db, series, job.Revision, true, cancellationToken);
        return new JobLease(job.ToRecord(null), series.ToRecord(), study[job.StudyInstanceUid], instances, options.Owner, job.LeaseToken);
    }

    public static async Task ParkHopelessAsync(DbSession session, int maximumCrashes, CancellationToken cancellationToken)
    {
        DateTimeOffset now = session.Now;
        List<long> ids = await session.ReadAsync(
            db => db.Jobs.Where(j => j.State == JobState.Leased && j.LeaseUntil <= now && j.Crashes + 1 >= maximumCrashes)
                .Select(j => j.Id).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (long id in ids)
        {
            await session.RunAsync(
                async db =>
                {
                    if (await JobChanges.LockAsync(db, id, cancellationToken) is ({ } series, { State: JobState.Leased } job)
                        && job.LeaseUntil <= now && job.Crashes + 1 >= maximumCrashes)
                    {
                        job.Crashes++;
                        string reason = $"The worker vanished {job.Crashes} times while it analysed this series.";
                        JobChanges.End(job, JobState.Parked, $"{SeriesReasons.WorkerCrashed}: {reason}", now);
                        await SeriesDecision.FailAsync(db, series, job.Revision, SeriesReasons.WorkerCrashed, reason, now, cancellationToken);
                        await AlertWriter.RaiseAsync(
                            db, AlertCodes.JobParked, $"{id}", AlertSeverity.Critical, $"{SeriesReasons.WorkerCrashed}: {reason}", now, cancellationToken);
                        await db.SaveChangesAsync(cancellationToken);
                    }

                    return true;
                },
                cancellationToken);
        }
    }
}
