namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>The queue of analyses. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface IJobStore
{
    /// <summary>Creates a job for the present content of a series unless one with the same key is there; null when there is no such series.</summary>
    Task<JobCreation?> CreateAsync(NewJob job, CancellationToken cancellationToken);

    /// <summary>
    /// Leases the job that waits longest; null when none is due. Two workers never get the same one. A job whose lease has ended is taken
    /// over, which counts as a crash of its worker; with <see cref="JobLeaseOptions.MaximumCrashes"/> it is parked and its ledger rows fail.
    /// </summary>
    Task<JobLease?> LeaseNextAsync(JobLeaseOptions options, CancellationToken cancellationToken);

    /// <summary>When the next job (or the end of a lease) falls due; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>A sign of life; prolongs the lease.</summary>
    Task<HeartbeatAnswer> HeartbeatAsync(JobLease lease, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>
    /// Stores everything a job produced in one transaction: result, measurements, report objects, deliveries, ledger, series. Completing
    /// twice is harmless. The earlier result of the same series is superseded and its undelivered deliveries are cancelled.
    /// Deliveries of a study on hold are created held.
    /// </summary>
    Task<JobCompletion> CompleteAsync(JobLease lease, JobOutcome outcome, CancellationToken cancellationToken);

    /// <summary>
    /// A failed attempt. With <paramref name="retryAt"/> it is tried again then; without, it has failed for good and its ledger rows with it.
    /// False when the lease was lost.
    /// </summary>
    Task<bool> FailAsync(JobLease lease, string code, string error, DateTimeOffset? retryAt, CancellationToken cancellationToken);

    /// <summary>Gives a lease back untouched (clean stop); the attempt does not count. False when it was lost.</summary>
    Task<bool> ReturnAsync(JobLease lease, CancellationToken cancellationToken);

    /// <summary>Puts a failed, parked or cancelled job back into the queue with fresh counts, or hurries a pending one; false otherwise.</summary>
    Task<bool> RetryAsync(long jobId, CancellationToken cancellationToken);

    /// <summary>Cancels a job that is not finished; its instances count as failed with the reason given. False when it was finished.</summary>
    Task<bool> CancelAsync(long jobId, string reason, CancellationToken cancellationToken);

    /// <summary>The job, or null.</summary>
    Task<JobRecord?> GetAsync(long jobId, CancellationToken cancellationToken);

    /// <summary>Jobs, latest first.</summary>
    Task<PageOf<JobRecord>> ListAsync(JobFilter filter, Page page, CancellationToken cancellationToken);

    /// <summary>How many jobs are in each state; states without a job are there with 0.</summary>
    Task<IReadOnlyDictionary<JobState, int>> CountsAsync(CancellationToken cancellationToken);
}
