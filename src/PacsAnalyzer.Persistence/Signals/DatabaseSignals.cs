using Npgsql;

namespace PacsAnalyzer.Persistence.Signals;

/// <summary>
/// Listens for the stores' notifications (LISTEN) on a connection of its own, reconnects when it is lost, and hands them to subscriptions.
/// After each connect every subscription is woken once, because something may have been missed.
/// </summary>
public sealed class DatabaseSignals : IAsyncDisposable
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource source;
    private readonly Lock gate = new();
    private readonly List<SignalSubscription> subscriptions = [];
    private readonly CancellationTokenSource stopping = new();
    private Task? listening;

    internal DatabaseSignals(NpgsqlDataSource source, TimeProvider time)
    {
        this.source = source;
        Time = time;
    }

    /// <summary>Whether the listening connection is up now.</summary>
    public bool IsConnected { get; private set; }

    internal TimeProvider Time { get; }

    /// <summary>Begins to listen in the background; harmless when repeated.</summary>
    public void Start()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping.IsCancellationRequested, this);
            listening ??= Task.Run(ListenAsync);
        }
    }

    /// <summary>A new listener for one kind of signal; dispose it when done.</summary>
    public SignalSubscription Subscribe(DatabaseSignal signal)
    {
        var subscription = new SignalSubscription(this, signal);
        lock (gate)
        {
            subscriptions.Add(subscription);
        }

        return subscription;
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        Task? running;
        lock (gate)
        {
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            stopping.Cancel();
            running = listening;
        }

        if (running is not null)
        {
            await running;
        }

        stopping.Dispose();
    }

    internal void Remove(SignalSubscription subscription)
    {
        lock (gate)
        {
            subscriptions.Remove(subscription);
        }
    }

    private async Task ListenAsync()
    {
        CancellationToken stop = stopping.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or System.Net.Sockets.SocketException or ObjectDisposedException)
            {
                // The fallback time of the waiters covers the gap.
            }
            finally
            {
                IsConnected = false;
            }

            await Task.Delay(Reconnect, Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenOnceAsync(CancellationToken stop)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(stop);
        connection.Notification += OnNotification;
        foreach (DatabaseSignal signal in SignalChannels.All)
        {
            await using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = $"LISTEN {SignalChannels.NameOf(signal)}";
            await command.ExecuteNonQueryAsync(stop);
        }

        IsConnected = true;
        Wake(null);
        while (true)
        {
            await connection.WaitAsync(stop);
        }
    }

    private void OnNotification(object sender, NpgsqlNotificationEventArgs e)
    {
        foreach (DatabaseSignal signal in SignalChannels.All)
        {
            if (SignalChannels.NameOf(signal) == e.Channel)
            {
                Wake(signal);
            }
        }
    }

    private void Wake(DatabaseSignal? signal)
    {
        lock (gate)
        {
            foreach (SignalSubscription subscription in subscriptions)
            {
                if (signal is null || subscription.Signal == signal)
                {
                    subscription.Wake();
                }
            }
        }
    }
}
