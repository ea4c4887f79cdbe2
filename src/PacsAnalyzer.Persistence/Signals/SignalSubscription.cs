using System.Threading.Channels;

namespace PacsAnalyzer.Persistence.Signals;

/// <summary>One listener. A signal that comes while nobody waits is kept until the next wait; several become one.</summary>
public sealed class SignalSubscription : IDisposable
{
    private readonly Channel<bool> arrived = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly DatabaseSignals signals;

    internal SignalSubscription(DatabaseSignals signals, DatabaseSignal signal)
    {
        this.signals = signals;
        Signal = signal;
    }

    internal DatabaseSignal Signal { get; }

    /// <summary>
    /// Waits for a signal, for <paramref name="fallback"/> at the longest: notifications are lost while the connection is down, so work is
    /// looked for after that time in any case.
    /// </summary>
    /// <returns>True when a signal came, false when the time was over.</returns>
    public async Task<bool> WaitAsync(TimeSpan fallback, CancellationToken cancellationToken)
    {
        if (arrived.Reader.TryRead(out _))
        {
            return true;
        }

        using var timer = new CancellationTokenSource(fallback, signals.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await arrived.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Wakes this listener from inside the process.</summary>
    public void Wake() => arrived.Writer.TryWrite(true);

    /// <summary>Stops listening.</summary>
    public void Dispose() => signals.Remove(this);
}
