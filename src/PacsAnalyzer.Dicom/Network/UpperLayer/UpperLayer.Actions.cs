using System.Net.Sockets;

namespace PacsAnalyzer.Dicom.Network;

/// <content>The actions of PS3.8 tables 9-6 to 9-9.</content>
internal sealed partial class UpperLayer
{
    private async ValueTask ActAsync(
        UlAction action, UlEvent @event, Pdu? pdu, ReadOnlyMemory<byte> data, bool isAcceptable, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case UlAction.AE1:
                await ConnectAsync(cancellationToken);
                break;
            case UlAction.AE2 or UlAction.AE7 or UlAction.AR1 or UlAction.AR9:
                await SendPduAsync(pdu!, cancellationToken);
                break;
            case UlAction.AE3:
                Indicate(UlIndicationKind.AssociateAccepted, pdu);
                break;
            case UlAction.AE4:
                _end ??= new(ConnectionEndKind.Rejected, ((AssociateRejectPdu)pdu!).Rejection.ToString());
                Indicate(UlIndicationKind.AssociateRejected, pdu);
                await CloseTransportAsync();
                break;
            case UlAction.AE5:
                _watch.StartArtim();
                break;
            case UlAction.AE6 when isAcceptable:
                _watch.StopArtim();
                Indicate(UlIndicationKind.AssociateRequested, pdu);
                break;
            case UlAction.AE6:
                _watch.StartArtim();
                _end ??= new(ConnectionEndKind.Rejected, Rejection.ProtocolVersionNotSupported.ToString());
                await SendPduAsync(new AssociateRejectPdu(Rejection.ProtocolVersionNotSupported), cancellationToken);
                break;
            case UlAction.AE8 or UlAction.AR4:
                _watch.StartArtim();
                await SendPduAsync(pdu!, cancellationToken);
                break;
            case UlAction.DT1 or UlAction.AR7:
                await SendBytesAsync(data, cancellationToken);
                break;
            case UlAction.DT2 or UlAction.AR6:
                _indication = new UlIndication(UlIndicationKind.Data, null, data);
                break;
            case UlAction.AR2 or UlAction.AR8:
                Indicate(UlIndicationKind.ReleaseRequested, pdu);
                break;
            case UlAction.AR3:
                _end ??= new(ConnectionEndKind.Released, "");
                Indicate(UlIndicationKind.Released, pdu);
                await CloseTransportAsync();
                break;
            case UlAction.AR10:
                Indicate(UlIndicationKind.Released, pdu);
                break;
            case UlAction.AR5 or UlAction.AA5:
                _end ??= new(ConnectionEndKind.ConnectionLost, "the peer closed before it asked for an association");
                _watch.StopArtim();
                await CloseTransportAsync();
                break;
            case UlAction.AA1:
                _end ??= new(ConnectionEndKind.ProtocolError, $"unexpected {pdu?.Type.ToString() ?? "PDU"} instead of an association request");
                _watch.StartArtim();
                await SendPduAsync(new AbortPdu(AbortSource.ServiceUser, AbortReason.NotSpecified), cancellationToken);
                break;
            case UlAction.AA2:
                _end ??= @event == UlEvent.Evt18
                    ? new(ConnectionEndKind.ArtimExpired, "no association request in time")
                    : new(ConnectionEndKind.AbortedByPeer, "before an association was asked for");
                _watch.StopArtim();
                await CloseTransportAsync();
                break;
            case UlAction.AA3:
                _end ??= new(ConnectionEndKind.AbortedByPeer, Describe((AbortPdu)pdu!));
                await CloseTransportAsync();
                break;
            case UlAction.AA4:
                _end ??= new(ConnectionEndKind.ConnectionLost, "the connection closed without a release");
                await CloseTransportAsync();
                break;
            case UlAction.AA6:
                break;
            case UlAction.AA7:
                await SendPduAsync(new AbortPdu(AbortSource.ServiceProvider, AbortReason.UnexpectedPdu), cancellationToken);
                break;
            case UlAction.AA8:
                _end ??= new(ConnectionEndKind.ProtocolError, $"{pdu?.Type.ToString() ?? "PDU"} not allowed in {State}");
                _watch.StartArtim();
                AbortReason reason = pdu is AbortPdu { Source: AbortSource.ServiceProvider } given ? given.Reason : AbortReason.UnexpectedPdu;
                await SendPduAsync(new AbortPdu(AbortSource.ServiceProvider, reason), cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"No such action: {action}.");
        }
    }

    private static string Describe(AbortPdu abort) => abort.Source == AbortSource.ServiceUser
        ? "the peer's application aborted"
        : $"the peer's upper layer aborted: {abort.Reason} (source {(int)abort.Source}, reason {(int)abort.Reason})";

    private void Indicate(UlIndicationKind kind, Pdu? pdu) => _indication = new UlIndication(kind, pdu, default);

    private async ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        State = UlState.Sta4;
        try
        {
            _transport = await _connect!(cancellationToken);
        }
        catch
        {
            // Event 17 in Sta4: the confirmation that never comes.
            await FireAsync(UlEvent.Evt17, null, default, CancellationToken.None);
            throw;
        }
    }

    private ValueTask SendPduAsync(Pdu pdu, CancellationToken cancellationToken) => SendBytesAsync(pdu.Encode(), cancellationToken);

    private async ValueTask SendBytesAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _watch.StartWait(_settings.Idle);
        CancellationToken bounded = _watch.Enter(cancellationToken);
        try
        {
            await _transport!.WriteAsync(bytes, bounded);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            _watch.Leave();
        }
    }

    private async ValueTask CloseTransportAsync()
    {
        if (_transport is { } transport)
        {
            await transport.DisposeAsync();
        }
    }

    /// <summary>Sending failed: what the peer had still said (an A-ABORT, often) decides the end; else the connection counts as lost.</summary>
    private async ValueTask BreakAsync(UlEvent during, Exception? failure)
    {
        if (State == UlState.Sta1)
        {
            return;
        }

        if (State is not (UlState.Sta2 or UlState.Sta13) && during == UlEvent.Evt9 && failure is IOException or SocketException)
        {
            try
            {
                while (State is UlState.Sta6 or UlState.Sta8 && _end is null)
                {
                    _buffer.Consume(_consumeNext);
                    _consumeNext = 0;
                    await StepAsync(CancellationToken.None);
                }
            }
            catch (Exception second) when (second is IOException or SocketException or ObjectDisposedException)
            {
                // Nothing more to learn.
            }
        }

        // Data that the peer had sent before it went serves nobody any more.
        _indication = null;
        if (State != UlState.Sta1)
        {
            _end ??= new(ConnectionEndKind.ConnectionLost, failure?.Message ?? "sending failed");
            await CloseTransportAsync();
            _watch.StopArtim();
            State = UlState.Sta1;
        }
    }
}
