using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Persistence;

namespace PacsAnalyzer.Scp.Hosting;

/// <summary>Brings the schema up to date, signs the node on, and keeps its sign of life; waits for a database that is away.</summary>
internal sealed partial class DatabaseStarter(NodeDatabase database, DatabaseGate gate, NodeIdentity node, TimeProvider time, ILogger<DatabaseStarter> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (gate.IsOpen)
        {
            try
            {
                await database.Nodes.SignOffAsync(node.NodeId, cancellationToken);
            }
            catch (DatabaseUnavailableException e)
            {
                LogAway(e.Message);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await OpenAsync(stoppingToken);
        using var timer = new PeriodicTimer(Heartbeat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await database.Nodes.HeartbeatAsync(node.NodeId, stoppingToken);
            }
            catch (DatabaseUnavailableException e)
            {
                LogAway(e.Message);
            }
        }
    }

    private async Task OpenAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await database.MigrateAsync(stoppingToken);
                await database.Nodes.RegisterAsync(node.NodeId, node.Owner, Environment.MachineName, Installation.Version, stoppingToken);
                database.Signals.Start();
                gate.Open();
                LogReady();
                return;
            }
            catch (DatabaseUnavailableException e)
            {
                LogAway(e.Message);
                await Task.Delay(RetryDelay, time, stoppingToken);
            }
        }
    }

    [LoggerMessage(3001, LogLevel.Information, "The database is ready")]
    private partial void LogReady();

    [LoggerMessage(3002, LogLevel.Error, "The database is away: {Message}; instances are accepted into the spool meanwhile")]
    private partial void LogAway(string message);
}
