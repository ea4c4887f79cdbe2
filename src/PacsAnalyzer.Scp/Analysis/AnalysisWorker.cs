using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Results;
using PacsAnalyzer.Persistence.Signals;
using PacsAnalyzer.Scp.Hosting;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>Works off jobs one after the other: a network run uses all cores anyway. The lease is kept alive while the work goes on.</summary>
internal sealed partial class AnalysisWorker(
    NodeDatabase database,
    ISeriesAnalyst analyst,
    NodeModels models,
    OutcomeBuilder outcomes,
    NodeIdentity node,
    DatabaseGate gate,
    TimeProvider time,
    ILogger<AnalysisWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);
    private const int MaximumAttempts = 3;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.WaitAsync(stoppingToken);
        using SignalSubscription queued = database.Signals.Subscribe(DatabaseSignal.JobQueued);
        using SignalSubscription withdrawn = database.Signals.Subscribe(DatabaseSignal.WorkWithdrawn);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Jobs of a pipeline without a model wait until it has one.
                if (models.Available.Count > 0 && await database.Jobs.LeaseNextAsync(new JobLeaseOptions(node.Owner, Lease) { Pipelines = models.Available }, stoppingToken) is { } lease)
                {
                    await WorkAsync(lease, withdrawn, stoppingToken);
                    continue;
                }
            }
            catch (DatabaseUnavailableException e)
            {
                LogDatabaseAway(e.Message);
            }

            await queued.WaitAsync(Fallback, stoppingToken);
        }
    }

    private async Task WorkAsync(JobLease lease, SignalSubscription withdrawn, CancellationToken stoppingToken)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task beat = BeatAsync(lease, withdrawn, work);
        LogBegun(lease.Job.Id, lease.Job.Pipeline, lease.Instances.Count);
        try
        {
            ResultDetail? current = await database.Results.CurrentOfSeriesAsync(lease.Series.Id, work.Token);
            string? predecessor = current?.Objects.FirstOrDefault(o => o.Kind == "SR")?.SopInstanceUid;
            AnalysedSeries analysed = await Task.Run(() => analyst.Analyse(lease, predecessor, work.Token), work.Token);
            JobCompletion completion = await database.Jobs.CompleteAsync(lease, outcomes.Build(lease, analysed), stoppingToken);
            LogDone(lease.Job.Id, analysed.Result.Status.ToString(), completion.Kind.ToString());
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            if (stoppingToken.IsCancellationRequested)
            {
                await database.Jobs.ReturnAsync(lease, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is not DatabaseUnavailableException)
        {
            bool last = lease.Job.Attempts >= MaximumAttempts;
            LogFailed(e, lease.Job.Id, lease.Job.Attempts);
            await database.Jobs.FailAsync(lease, "FAILED", $"{e.GetType().Name}: {e.Message}", last ? null : time.GetUtcNow() + RetryDelay, stoppingToken);
        }
        finally
        {
            await work.CancelAsync();
            await beat;
        }
    }

    private async Task BeatAsync(JobLease lease, SignalSubscription withdrawn, CancellationTokenSource work)
    {
        try
        {
            while (true)
            {
                await withdrawn.WaitAsync(Heartbeat, work.Token);
                try
                {
                    if (await database.Jobs.HeartbeatAsync(lease, Lease, work.Token) != HeartbeatAnswer.Kept)
                    {
                        LogWithdrawn(lease.Job.Id);
                        await work.CancelAsync();
                        return;
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // The lease still has time; a sign of life that fails once is no reason to drop the work.
                    LogDatabaseAway(e.Message);
                }
            }
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            // The work has ended.
        }
    }

    [LoggerMessage(5101, LogLevel.Information, "Job {JobId} begins: {Pipeline}, {Count} instances")]
    private partial void LogBegun(long jobId, string pipeline, int count);

    [LoggerMessage(5102, LogLevel.Information, "Job {JobId} ended {Status} ({Completion})")]
    private partial void LogDone(long jobId, string status, string completion);

    [LoggerMessage(5103, LogLevel.Error, "Job {JobId} failed in attempt {Attempt}")]
    private partial void LogFailed(Exception exception, long jobId, int attempt);

    [LoggerMessage(5104, LogLevel.Warning, "Job {JobId} was withdrawn or taken over: its work is dropped")]
    private partial void LogWithdrawn(long jobId);

    [LoggerMessage(5105, LogLevel.Error, "Jobs wait for the database: {Message}")]
    private partial void LogDatabaseAway(string message);
}
