using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Persistence.Signals;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Configuration.Options;
using PacsAnalyzer.Scp.Hosting;

namespace PacsAnalyzer.Scp.Delivery;

/// <summary>Empties the outbox: one task a destination, so that one PACS in trouble never delays another.</summary>
internal sealed partial class DeliveryService(
    IDeliveryStore store,
    DatabaseSignals signals,
    AeTitleStore titles,
    IReportSender sender,
    NodeConfiguration configuration,
    NodeIdentity node,
    DatabaseGate gate,
    TimeProvider time,
    ILogger<DeliveryService> logger) : BackgroundService
{
    private const int BatchSize = 8;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(2);

    private readonly DeliveryOptions options = configuration.Options.Delivery;
    private readonly DestinationCircuits circuits = new(configuration.Options.Delivery, time);
    private readonly ConcurrentDictionary<string, Task> running = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.WaitAsync(stoppingToken);
        using SignalSubscription changes = signals.Subscribe(DatabaseSignal.DeliveryQueued);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                TimeSpan wait = await StartDueAsync(changes, stoppingToken);
                await changes.WaitAsync(wait, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(running.Values);
        }
    }

    private async Task<TimeSpan> StartDueAsync(SignalSubscription changes, CancellationToken stoppingToken)
    {
        TimeSpan wait = Fallback;
        try
        {
            foreach (DestinationStatus status in await store.DestinationsAsync(stoppingToken))
            {
                TimeSpan until = status.NextDueAt is { } due ? due - time.GetUtcNow() : Fallback;
                if (until > TimeSpan.Zero || circuits.IsOpen(status.Destination))
                {
                    wait = until > TimeSpan.Zero && until < wait ? until : wait;
                    continue;
                }

                _ = running.GetOrAdd(status.Destination, destination => Task.Run(() => DrainAsync(destination, changes, stoppingToken), CancellationToken.None));
            }
        }
        catch (DatabaseUnavailableException e)
        {
            LogDatabaseAway(e.Message);
        }

        return wait;
    }

    private async Task DrainAsync(string destination, SignalSubscription changes, CancellationToken stoppingToken)
    {
        try
        {
            IReadOnlyList<DeliveryLease> leases;
            while (!circuits.IsOpen(destination) && (leases = await store.LeaseDueAsync(destination, node.Owner, Lease, BatchSize, stoppingToken)).Count > 0)
            {
                foreach (DeliveryLease lease in leases)
                {
                    await DeliverAsync(lease, stoppingToken);
                }
            }
        }
        catch (DatabaseUnavailableException e)
        {
            LogDatabaseAway(e.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The leases end by themselves; another node or the next start goes on.
        }
        catch (Exception e)
        {
            LogFault(e, destination);
        }
        finally
        {
            running.TryRemove(destination, out _);
            changes.Wake();
        }
    }

    private async Task DeliverAsync(DeliveryLease lease, CancellationToken stoppingToken)
    {
        DeliveryRecord delivery = lease.Delivery;
        SendOutcome outcome = await AttemptAsync(lease, stoppingToken);
        DeliveryAttempt attempt = DeliveryRules.Next(outcome, delivery, options, time.GetUtcNow(), Random.Shared.NextDouble());
        await store.RecordAsync(lease, attempt, stoppingToken);
        LogAttempt(delivery.Id, delivery.Destination, attempt.Result, outcome.Status, outcome.Comment);
    }

    private async Task<SendOutcome> AttemptAsync(DeliveryLease lease, CancellationToken stoppingToken)
    {
        if (titles.Current.ByName(lease.Delivery.Destination) is not { } destination)
        {
            return new SendOutcome(SendResult.Transient, Reached: true, null, $"There is no AE named {lease.Delivery.Destination} in ae-titles.json any more");
        }

        DeliveryObject[] open = [.. lease.Objects.Where(o => o.AcceptedAt is null && destination.Takes(o.Kind))];
        try
        {
            return await circuits.RunAsync(
                destination.Name,
                async token => await sender.SendAsync(destination, open, o => store.RecordAcceptedAsync(lease, o.SopInstanceUid, token), token),
                stoppingToken);
        }
        catch (BrokenCircuitException)
        {
            return new SendOutcome(SendResult.Transient, Reached: false, null, "The destination does not answer; it is tried again later");
        }
    }

    [LoggerMessage(6101, LogLevel.Information, "Delivery {DeliveryId} to {Destination}: {Result}, status {Status}, {Comment}")]
    private partial void LogAttempt(long deliveryId, string destination, AttemptResult result, int? status, string? comment);

    [LoggerMessage(6102, LogLevel.Error, "Deliveries wait for the database: {Message}")]
    private partial void LogDatabaseAway(string message);

    [LoggerMessage(6103, LogLevel.Error, "Delivering to {Destination} broke off")]
    private partial void LogFault(Exception exception, string destination);
}
