using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Retention;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Hosting;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Retention;

/// <summary>Takes images out of the spool that have been kept as long as <c>Spool:Retention</c> says and that nothing waits for; they stay counted
/// in the ledger.</summary>
internal sealed partial class RetentionService(
    NodeConfiguration configuration, IRetentionStore store, SpoolFolder spool, DatabaseGate gate, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    private const int BatchSize = 500;

    /// <summary>Removes what is due now; how many instances went.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset before = time.GetUtcNow() - configuration.Options.Spool.Retention;
        int removed = 0;
        IReadOnlyList<RemovableInstance> due;
        while ((due = await store.ListRemovableAsync(before, BatchSize, cancellationToken)).Count > 0)
        {
            // The account first: a crash in between leaves a file without use, never an instance that seems lost.
            removed += await store.MarkRemovedAsync([.. due.Select(d => d.SopInstanceUid)], cancellationToken);
            foreach (string path in due.SelectMany(d => d.ConflictPaths.Prepend(d.FilePath)))
            {
                File.Delete(spool.Absolute(path));
            }
        }

        return removed;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                int removed = await SweepAsync(stoppingToken);
                if (removed > 0)
                {
                    LogRemoved(removed);
                }
            }
            catch (Exception e) when (e is DatabaseUnavailableException or IOException)
            {
                LogPostponed(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(7101, LogLevel.Information, "Retention: {Count} instances left the spool; they stay counted")]
    private partial void LogRemoved(int count);

    [LoggerMessage(7102, LogLevel.Warning, "Retention waits: {Message}")]
    private partial void LogPostponed(string message);
}
