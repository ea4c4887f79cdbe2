namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// Bounds each wait for the peer: by ARTIM where it runs, else by the time given for the wait. One timer a connection, armed
/// only while something is really awaited, so that work done on this side never counts against the peer.
/// </summary>
internal sealed class PeerWatch : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _artim;
    private readonly ITimer _timer;
    private CancellationTokenSource _expiry = new();
    private CancellationTokenRegistration _outer;
    private long? _artimStart;
    private long _waitStart;
    private TimeSpan _wait;

    public PeerWatch(TimeProvider time, TimeSpan artim)
    {
        _time = time;
        _artim = artim;
        _timer = time.CreateTimer(static state => ((PeerWatch)state!).Expire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsArtimRunning => _artimStart is not null;

    /// <summary>ARTIM runs and its time is over.</summary>
    public bool IsArtimExpired => _artimStart is { } start && _time.GetElapsedTime(start) >= _artim;

    /// <summary>The time given to the last wait is over.</summary>
    public bool IsWaitExpired => _time.GetElapsedTime(_waitStart) >= _wait;

    public void StartArtim() => _artimStart = _time.GetTimestamp();

    public void StopArtim() => _artimStart = null;

    /// <summary>Starts the clock of a wait, which may take several <see cref="Enter"/>/<see cref="Leave"/> pairs.</summary>
    public void StartWait(TimeSpan wait)
    {
        _waitStart = _time.GetTimestamp();
        _wait = wait;
    }

    /// <summary>Arms the timer for what is left of the wait. The token is cancelled at its end, or with <paramref name="outer"/>.</summary>
    public CancellationToken Enter(CancellationToken outer)
    {
        if (_expiry.IsCancellationRequested)
        {
            // Left over from a timer that fired as the last wait ended.
            _expiry.Dispose();
            _expiry = new CancellationTokenSource();
        }

        TimeSpan left = _artimStart is { } start ? _artim - _time.GetElapsedTime(start) : _wait - _time.GetElapsedTime(_waitStart);
        _outer = outer.UnsafeRegister(static state => ((PeerWatch)state!).Expire(), this);
        _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return _expiry.Token;
    }

    /// <summary>Disarms the timer.</summary>
    public void Leave()
    {
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _outer.Dispose();
    }

    public void Dispose()
    {
        _timer.Dispose();
        _outer.Dispose();
        _expiry.Dispose();
    }

    private void Expire()
    {
        try
        {
            _expiry.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The timer fired while the wait ended; nobody waits any more.
        }
    }
}
