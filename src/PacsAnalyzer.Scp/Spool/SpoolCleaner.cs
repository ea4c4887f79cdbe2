using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>Removes what associations left unfinished when the node crashed: never acknowledged, so nobody misses it.</summary>
internal sealed partial class SpoolCleaner(NodeConfiguration configuration, SpoolFolder spool, TimeProvider time, ILogger<SpoolCleaner> logger) : BackgroundService
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // An association that is silent for longer than its limit is aborted: a file that nobody wrote to for twice as long has no writer,
        // not even in another node on the same spool.
        TimeSpan age = configuration.Options.Association.IdleTimeout * 2;
        using var timer = new PeriodicTimer(age < LongestInterval ? age : LongestInterval, time);
        do
        {
            Clean(age);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Clean(TimeSpan age)
    {
        try
        {
            int removed = spool.RemoveUnfinished(time.GetUtcNow() - age);
            if (removed > 0)
            {
                LogRemoved(removed);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogFailed(e.Message);
        }
    }

    [LoggerMessage(2301, LogLevel.Information, "Removed {Count} unfinished files that no association writes to any more")]
    private partial void LogRemoved(int count);

    [LoggerMessage(2302, LogLevel.Warning, "Unfinished files of the spool could not be removed, which is tried again: {Message}")]
    private partial void LogFailed(string message);
}
