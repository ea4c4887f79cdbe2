using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Persistence.Signals;

namespace PacsAnalyzer.Persistence.Jobs;

internal sealed class JobStore(DbSession session) : IJobStore
{
    public Task<JobCreation?> CreateAsync(NewJob job, CancellationToken cancellationToken) =>
        session.RunAsync<JobCreation?>(
            async db =>
            {
                if (await db.LockSeriesAsync(job.SeriesId, cancellationToken) is not { } series)
                {
                    return null;
                }

                DateTimeOffset now = session.Now;
                IReadOnlyList<InstanceRecord> instances = await InstanceQueries.OfSeriesAsync(db, series, series.Revision, false, cancellationToken);
                (JobCreation creation, _) = await JobCreator.CreateAsync(
                    db,
                    series,
                    series.Revision,
                    InstanceQueries.ContentHash(instances),
                    job.Pipeline,
                    job.ModelVersion,
                    job.NotBefore?.ToUniversalTime() ?? now,
                    now,
                    cancellationToken);
                await SignalChannels.NotifyAsync(db, DatabaseSignal.JobQueued, cancellationToken);
                return creation;
            },
            cancellationToken);

    public async Task<JobLease?> LeaseNextAsync(JobLeaseOptions options, CancellationToken cancellationToken)
    {
        await JobLeases.ParkHopelessAsync(session, options.MaximumCrashes, cancellationToken);
        return await session.RunAsync(db => JobLeases.TakeAsync(db, options, session.Now, cancellationToken), cancellationToken);
    }

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        session.ReadAsync(
            db => db.Jobs.Where(j => j.State == JobState.Pending || j.State == JobState.Leased)
                .Select(j => j.State == JobState.Leased ? j.LeaseUntil : j.NextAttemptAt)
                .MinAsync(cancellationToken),
            cancellationToken);

    public Task<HeartbeatAnswer> HeartbeatAsync(JobLease lease, TimeSpan duration, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                DateTimeOffset now = session.Now, until = now + duration;
                int kept = await db.Jobs
                    .Where(j => j.Id == lease.Job.Id && j.State == JobState.Leased && j.LeaseToken == lease.Token && j.LeaseOwner == lease.Owner)
                    .ExecuteUpdateAsync(s => s.SetProperty(j => j.HeartbeatAt, now).SetProperty(j => j.LeaseUntil, until), cancellationToken);
                if (kept > 0)
                {
                    return HeartbeatAnswer.Kept;
                }

                bool elsewhere = await db.Jobs.AnyAsync(
                    j => j.Id == lease.Job.Id && (j.State == JobState.Pending || j.State == JobState.Leased || j.State == JobState.Done), cancellationToken);
                return elsewhere ? HeartbeatAnswer.Lost : HeartbeatAnswer.Withdrawn;
            },
            cancellationToken);

    public Task<JobCompletion> CompleteAsync(JobLease lease, JobOutcome outcome, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                JobCompletion completion = await new JobCompleter(db, lease, outcome, session.Now).RunAsync(cancellationToken);
                await SignalChannels.NotifyAsync(db, DatabaseSignal.DeliveryQueued, cancellationToken);
                return completion;
            },
            cancellationToken);

    public Task<bool> FailAsync(JobLease lease, string code, string error, DateTimeOffset? retryAt, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease.Job.Id,
            async (db, series, job) =>
            {
                if (!JobChanges.Stands(job, lease))
                {
                    return false;
                }

                DateTimeOffset now = session.Now;
                string text = $"{code}: {error}";
                if (retryAt is { } at)
                {
                    job.State = JobState.Pending;
                    job.LeaseUntil = null;
                    job.NextAttemptAt = at.ToUniversalTime();
                    job.LastError = PlainText.Clean(text, PlainText.Long);
                    await SignalChannels.NotifyAsync(db, DatabaseSignal.JobQueued, cancellationToken);
                    return true;
                }

                JobChanges.End(job, JobState.Failed, text, now);
                await SeriesDecision.FailAsync(db, series, job.Revision, code, error, now, cancellationToken);
                await AlertWriter.RaiseAsync(db, AlertCodes.JobFailed, $"{job.Id}", AlertSeverity.Warning, text, now, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<bool> ReturnAsync(JobLease lease, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease.Job.Id,
            async (db, _, job) =>
            {
                if (!JobChanges.Stands(job, lease))
                {
                    return false;
                }

                job.State = JobState.Pending;
                job.LeaseUntil = null;
                job.Attempts--;
                await SignalChannels.NotifyAsync(db, DatabaseSignal.JobQueued, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<bool> RetryAsync(long jobId, CancellationToken cancellationToken) =>
        ChangeAsync(
            jobId,
            async (db, series, job) =>
            {
                DateTimeOffset now = session.Now;
                if (job.State == JobState.Pending)
                {
                    job.NextAttemptAt = now;
                }
                else if (job.State is JobState.Failed or JobState.Parked or JobState.Cancelled
                    && !await db.Jobs.AnyAsync(j => j.SeriesId == job.SeriesId && j.Revision > job.Revision, cancellationToken))
                {
                    JobChanges.Requeue(job, now);
                    if (series.Revision <= job.Revision)
                    {
                        series.State = SeriesState.Queued;
                    }

                    await LedgerWriter.DecideAsync(
                        db, series.Id, job.Revision, LedgerState.Waiting, null, null, now, cancellationToken, LedgerState.Failed);
                }
                else
                {
                    return false;
                }

                await SignalChannels.NotifyAsync(db, DatabaseSignal.JobQueued, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<bool> CancelAsync(long jobId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            jobId,
            async (db, series, job) =>
            {
                if (job.State is not (JobState.Pending or JobState.Leased))
                {
                    return false;
                }

                JobChanges.End(job, JobState.Cancelled, $"{SeriesReasons.Cancelled}: {reason}", session.Now);
                await SeriesDecision.FailAsync(db, series, job.Revision, SeriesReasons.Cancelled, reason, session.Now, cancellationToken);
                await SignalChannels.NotifyAsync(db, DatabaseSignal.WorkWithdrawn, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<JobRecord?> GetAsync(long jobId, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db => (await JobQueries.WithResultsAsync(db, await db.Jobs.AsNoTracking().Where(j => j.Id == jobId).ToListAsync(cancellationToken), cancellationToken))
                .SingleOrDefault(),
            cancellationToken);

    public Task<PageOf<JobRecord>> ListAsync(JobFilter filter, Page page, CancellationToken cancellationToken) =>
        session.ReadAsync(db => JobQueries.ListAsync(db, filter, page, cancellationToken), cancellationToken);

    public Task<IReadOnlyDictionary<JobState, int>> CountsAsync(CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyDictionary<JobState, int>>(
            async db =>
            {
                var counts = await db.Jobs.GroupBy(j => j.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
                return Enum.GetValues<JobState>().ToDictionary(s => s, s => counts.GetValueOrDefault(s));
            },
            cancellationToken);

    private Task<bool> ChangeAsync(long jobId, Func<NodeDbContext, SeriesRow, JobRow, Task<bool>> change, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                if (await JobChanges.LockAsync(db, jobId, cancellationToken) is not var (series, job) || !await change(db, series, job))
                {
                    return false;
                }

                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
}
