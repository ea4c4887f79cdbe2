using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Listens on one port and serves each connection with a handler of its own.</summary>
public sealed class DicomServer : IAsyncDisposable
{
    private const int Backlog = 512;
    private static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(200);

    private readonly DicomServerOptions _options;
    private readonly Func<RemotePeer, IAssociationHandler> _handlers;
    private readonly ConcurrentDictionary<long, Task> _connections = new();
    private readonly ConcurrentDictionary<IPAddress, int> _addresses = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _killing = new();
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private long _lastId;
    private int _associations;
    private int _isDisposed;

    /// <summary>Creates a server that is not listening yet.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="handlers">Gives each connection its handler.</param>
    public DicomServer(DicomServerOptions options, Func<RemotePeer, IAssociationHandler> handlers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(handlers);
        _options = options;
        _handlers = handlers;
    }

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint LocalEndPoint => (IPEndPoint)(_listener?.LocalEndPoint ?? throw new InvalidOperationException("The server is not started."));

    /// <summary>Associations that stand now.</summary>
    public int AssociationCount => Volatile.Read(ref _associations);

    /// <summary>Connections open now, those without an association included.</summary>
    public int ConnectionCount => _connections.Count;

    /// <summary>Binds and starts to listen.</summary>
    /// <exception cref="SocketException">The port is taken or not allowed.</exception>
    public void Start()
    {
        var listener = new Socket(_options.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (_options.Address.Equals(IPAddress.IPv6Any))
            {
                listener.DualMode = true;
            }

            listener.Bind(new IPEndPoint(_options.Address, _options.Port));
            listener.Listen(Backlog);
        }
        catch
        {
            listener.Dispose();
            throw;
        }

        _listener = listener;
        _accepting = AcceptAsync(listener);
    }

    /// <summary>
    /// Stops listening, lets each association finish the request it is in, aborts it then, and after
    /// <paramref name="grace"/> aborts what is left.
    /// </summary>
    public async Task StopAsync(TimeSpan grace)
    {
        await _stopping.CancelAsync();
        _listener?.Dispose();
        await _accepting;
        var all = Task.WhenAll(_connections.Values);
        try
        {
            await all.WaitAsync(grace, _options.Time);
        }
        catch (TimeoutException)
        {
            await _killing.CancelAsync();
            await all;
        }
    }

    /// <summary>Stops at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await _killing.CancelAsync();
            await StopAsync(TimeSpan.FromSeconds(5));
            _stopping.Dispose();
            _killing.Dispose();
        }
    }

    /// <summary>Takes one of the places for associations.</summary>
    internal bool TryEnterAssociation()
    {
        if (Interlocked.Increment(ref _associations) <= _options.MaxAssociations)
        {
            return true;
        }

        Interlocked.Decrement(ref _associations);
        return false;
    }

    /// <summary>Gives the place back.</summary>
    internal void LeaveAssociation() => Interlocked.Decrement(ref _associations);

    private async Task AcceptAsync(Socket listener)
    {
        while (!_stopping.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptAsync(_stopping.Token);
            }
            catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // Out of descriptors, or the caller has gone already: the next may fare better, but not in a tight loop.
                await Task.Delay(AcceptPause, _options.Time, CancellationToken.None);
                continue;
            }

            Take(socket);
        }
    }

    private void Take(Socket socket)
    {
        var peer = RemotePeer.From(TryGetRemote(socket));
        int fromAddress = _addresses.AddOrUpdate(peer.Address, 1, static (_, count) => count + 1);
        if (_connections.Count >= _options.MaxConnections || fromAddress > _options.MaxConnectionsPerAddress)
        {
            LeaveAddress(peer.Address);
            socket.Dispose();
            _options.Observer.Refused(peer);
            return;
        }

        long id = Interlocked.Increment(ref _lastId);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections[id] = ServeAsync(id, socket, peer, started.Task);
        started.SetResult();
    }

    private async Task ServeAsync(long id, Socket socket, RemotePeer peer, Task started)
    {
        // Not before the connection is listed: otherwise it could be gone before it is there.
        await started;
        try
        {
            _options.Observer.Connected(id, peer);
            var connection = new ServerConnection(id, this, _options, _handlers);
            await connection.RunAsync(socket, peer, _stopping.Token, _killing.Token);
        }
        catch (Exception failure)
        {
            _options.Observer.Faulted(id, peer, failure);
        }
        finally
        {
            socket.Dispose();
            LeaveAddress(peer.Address);
            _connections.TryRemove(id, out _);
        }
    }

    private void LeaveAddress(IPAddress address)
    {
        while (_addresses.TryGetValue(address, out int count))
        {
            if (count > 1 ? _addresses.TryUpdate(address, count - 1, count) : _addresses.TryRemove(new(address, count)))
            {
                return;
            }
        }
    }

    private static EndPoint? TryGetRemote(Socket socket)
    {
        try
        {
            return socket.RemoteEndPoint;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
