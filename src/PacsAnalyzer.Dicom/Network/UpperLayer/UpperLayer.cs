using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// One DICOM upper layer connection (PS3.8 section 9.2): turns frames, local primitives and timers into events of
/// <see cref="StateTable"/> and carries out its actions, which alone send and close. Used by one task at a time.
/// </summary>
internal sealed partial class UpperLayer : IAsyncDisposable
{
    private readonly UpperLayerSettings _settings;
    private readonly PeerWatch _watch;
    private readonly ReceiveBuffer _buffer = new();
    private readonly bool _isRequestor;
    private readonly Func<CancellationToken, ValueTask<IUpperLayerTransport>>? _connect;
    private IUpperLayerTransport? _transport;
    private UlIndication? _indication;
    private ConnectionEnd? _end;
    private int _consumeNext;
    private bool _isFramingLost;

    private UpperLayer(
        UpperLayerSettings settings,
        IUpperLayerTransport? transport,
        Func<CancellationToken, ValueTask<IUpperLayerTransport>>? connect,
        UlState state,
        bool isRequestor)
    {
        _settings = settings;
        _transport = transport;
        _connect = connect;
        _isRequestor = isRequestor;
        State = state;
        _watch = new PeerWatch(settings.Time, settings.Artim);
    }

    /// <summary>Where the state machine stands.</summary>
    public UlState State { get; private set; }

    /// <summary>ARTIM runs.</summary>
    public bool IsArtimRunning => _watch.IsArtimRunning;

    /// <summary>How the association ended; null while it has not.</summary>
    public ConnectionEnd? End => _end;

    /// <summary>Who is on the other side, once connected.</summary>
    public RemotePeer? Peer => _transport?.Peer;

    /// <summary>The acceptor's side of an open transport connection (event 5: ARTIM runs from here on).</summary>
    public static async ValueTask<UpperLayer> AcceptAsync(IUpperLayerTransport transport, UpperLayerSettings settings)
    {
        var layer = new UpperLayer(settings, transport, null, UlState.Sta1, isRequestor: false);
        await layer.FireAsync(UlEvent.Evt5, null, default, CancellationToken.None);
        return layer;
    }

    /// <summary>The requestor's side, not connected yet.</summary>
    public static UpperLayer CreateRequestor(
        Func<CancellationToken, ValueTask<IUpperLayerTransport>> connect, UpperLayerSettings settings) =>
        new(settings, null, connect, UlState.Sta1, isRequestor: true);

    /// <summary>For tests of the table: a connection that is already in some state.</summary>
    internal static UpperLayer CreateInState(
        UlState state, bool isRequestor, IUpperLayerTransport transport, UpperLayerSettings settings) =>
        new(settings, transport, _ => ValueTask.FromResult(transport), state, isRequestor);

    /// <summary>Connects (event 1) and sends the request (event 2). The confirmation comes from <see cref="ReceiveAsync"/>.</summary>
    public async ValueTask RequestAsync(AssociateRequestPdu request, CancellationToken cancellationToken)
    {
        await FireAsync(UlEvent.Evt1, null, default, cancellationToken);
        await FireAsync(UlEvent.Evt2, request, default, cancellationToken);
    }

    /// <summary>Accepts the association asked for (event 7).</summary>
    public ValueTask AcceptAsync(AssociateAcceptPdu accept, CancellationToken cancellationToken) =>
        FireAsync(UlEvent.Evt7, accept, default, cancellationToken);

    /// <summary>Rejects the association asked for (event 8).</summary>
    public ValueTask RejectAsync(Rejection rejection, CancellationToken cancellationToken)
    {
        _end ??= new(ConnectionEndKind.Rejected, rejection.ToString());
        return FireAsync(UlEvent.Evt8, new AssociateRejectPdu(rejection), default, cancellationToken);
    }

    /// <summary>Sends whole P-DATA-TF frames (event 9).</summary>
    /// <exception cref="DicomNetworkException">The connection broke while sending; <see cref="End"/> says how.</exception>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> frames, CancellationToken cancellationToken)
    {
        await FireAsync(UlEvent.Evt9, null, frames, cancellationToken);
        if (State is UlState.Sta1 or UlState.Sta13)
        {
            throw EndedException();
        }
    }

    /// <summary>Asks for release (event 11); the confirmation comes from <see cref="ReceiveAsync"/>.</summary>
    public ValueTask RequestReleaseAsync(CancellationToken cancellationToken) =>
        FireAsync(UlEvent.Evt11, new ReleaseRequestPdu(), default, cancellationToken);

    /// <summary>Answers a release (event 14).</summary>
    public ValueTask RespondReleaseAsync(CancellationToken cancellationToken)
    {
        if (State == UlState.Sta8 || State == UlState.Sta12)
        {
            _end ??= new(ConnectionEndKind.Released, "");
        }

        return FireAsync(UlEvent.Evt14, new ReleaseResponsePdu(), default, cancellationToken);
    }

    /// <summary>Aborts (event 15), whatever the state; without effect where nothing is left to abort.</summary>
    public async ValueTask AbortAsync(string why, CancellationToken cancellationToken)
    {
        if (State is not (UlState.Sta1 or UlState.Sta2 or UlState.Sta13))
        {
            _end ??= new(ConnectionEndKind.AbortedHere, why);
            await FireAsync(UlEvent.Evt15, new AbortPdu(AbortSource.ServiceUser, AbortReason.NotSpecified), default, cancellationToken);
        }
    }

    /// <summary>Reports content that breaks the protocol, found above the frames (event 19).</summary>
    public ValueTask FailAsync(PduFormatException failure, CancellationToken cancellationToken)
    {
        _end ??= new(ConnectionEndKind.ProtocolError, failure.Message);
        return FireAsync(UlEvent.Evt19, new AbortPdu(AbortSource.ServiceProvider, failure.Reason), default, cancellationToken);
    }

    /// <summary>The exception for an association that has ended.</summary>
    public DicomNetworkException EndedException()
    {
        ConnectionEnd end = _end ?? new(ConnectionEndKind.ConnectionLost, "the association is over");
        return end.Kind is ConnectionEndKind.AbortedByPeer or ConnectionEndKind.ProtocolError or ConnectionEndKind.AbortedHere
            ? new AssociationAbortedException(end)
            : new DicomNetworkException(end.ToString(), NetworkFailure.ConnectionLost, isTransient: true);
    }

    /// <summary>Waits for the peer to close (Sta13, bounded by ARTIM), then closes. After what is no DICOM it closes at once.</summary>
    public async ValueTask LingerAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (State == UlState.Sta13 && _end?.Kind == ConnectionEndKind.NotDicom)
            {
                _transport?.DiscardPending();
                await FireAsync(UlEvent.Evt18, null, default, cancellationToken);
            }

            while (State == UlState.Sta13 && IsArtimRunning)
            {
                await StepAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops: the peer has had its answer.
        }

        await DisposeAsync();
    }

    /// <summary>The one door: timers, transport and buffer end here. No event follows.</summary>
    public async ValueTask DisposeAsync()
    {
        State = UlState.Sta1;
        _watch.StopArtim();
        _watch.Dispose();
        await CloseTransportAsync();
        _buffer.Dispose();
    }

    /// <summary>Fires an event: looks it up, carries out its action, moves on.</summary>
    /// <exception cref="InvalidOperationException">The table does not list the event in this state.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    internal async ValueTask FireAsync(UlEvent @event, Pdu? pdu, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        UlAction action = StateTable.Action(@event, State);
        bool isAcceptable = pdu is not AssociateRequestPdu request || (request.ProtocolVersion & 1) != 0;
        UlState next = StateTable.Next(action, _isRequestor, isAcceptable);
        try
        {
            UlState before = State;
            await ActAsync(action, @event, pdu, data, isAcceptable, cancellationToken);
            if (State == before)
            {
                // Unless sending failed, which has fired events of its own.
                State = next;
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException)
        {
            await BreakAsync(@event, failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _end ??= new(ConnectionEndKind.IdleTimeout, "the peer does not take what is sent");
            await BreakAsync(@event, null);
        }
    }
}
