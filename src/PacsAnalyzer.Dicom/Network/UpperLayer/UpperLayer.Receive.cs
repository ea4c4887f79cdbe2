using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace PacsAnalyzer.Dicom.Network;

/// <content>Frames in: header first, checked; then the body; then the event.</content>
internal sealed partial class UpperLayer
{
    /// <summary>
    /// Waits for the next indication. Data of the last one is invalid from here on. Once the association is over it returns
    /// <see cref="UlIndicationKind.Ended"/>, each time.
    /// </summary>
    /// <param name="wait">How long the peer may take; null = the idle limit. At its end the association is aborted.</param>
    /// <param name="cancellationToken">Stops the wait; the association stands and is the caller's to abort.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<UlIndication> ReceiveAsync(TimeSpan? wait, CancellationToken cancellationToken)
    {
        _watch.StartWait(wait ?? _settings.Idle);
        while (true)
        {
            if (_indication is { } indication)
            {
                _indication = null;
                return indication;
            }

            if (State is UlState.Sta1 or UlState.Sta13)
            {
                return new UlIndication(UlIndicationKind.Ended, null, default);
            }

            _buffer.Consume(_consumeNext);
            _consumeNext = 0;
            await StepAsync(cancellationToken);
        }
    }

    /// <summary>Handles one frame, or receives more of it, or notices that time or connection are over.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask StepAsync(CancellationToken cancellationToken)
    {
        int needed = PduHeader.Size;
        if (_isFramingLost)
        {
            _buffer.Consume(_buffer.Count);
        }
        else
        {
            try
            {
                if (TryFrame(out PduHeader header, ref needed))
                {
                    await HandleFrameAsync(header, cancellationToken);
                    return;
                }
            }
            catch (PduFormatException failure)
            {
                _isFramingLost = true;
                _consumeNext = 0;
                await FailAsync(failure, cancellationToken);
                return;
            }
        }

        await FillAsync(needed, cancellationToken);
    }

    private bool TryFrame(out PduHeader header, ref int needed)
    {
        ReadOnlySpan<byte> bytes = _buffer.Filled.Span;
        header = default;
        if (bytes.IsEmpty)
        {
            return false;
        }

        if (ForeignProtocol.IsForeign(bytes[0]) && State is UlState.Sta2 or UlState.Sta5)
        {
            string what = ForeignProtocol.Describe(bytes);
            _end ??= new(ConnectionEndKind.NotDicom, what);
            throw new PduFormatException(AbortReason.UnrecognizedPdu, what);
        }

        if (bytes.Length < PduHeader.Size)
        {
            return false;
        }

        header = PduHeader.Read(bytes);
        header.Check(_settings.Limits);
        if (State == UlState.Sta2 && header.Type is not ((byte)PduType.AssociateRequest or (byte)PduType.Abort))
        {
            throw new PduFormatException(AbortReason.UnexpectedPdu, $"a {(PduType)header.Type} PDU instead of an association request");
        }

        needed = PduHeader.Size + (int)header.Length;
        return bytes.Length >= needed;
    }

    private async ValueTask HandleFrameAsync(PduHeader header, CancellationToken cancellationToken)
    {
        int total = PduHeader.Size + (int)header.Length;
        ReadOnlyMemory<byte> body = _buffer.Filled[PduHeader.Size..total];
        _consumeNext = total;
        if (header.Type == (byte)PduType.DataTransfer)
        {
            await FireAsync(UlEvent.Evt10, null, body, cancellationToken);
        }
        else
        {
            Pdu pdu = PduDecoder.Decode(header.Type, body);
            await FireAsync(EventOf(pdu.Type), pdu, default, cancellationToken);
        }

        if (_indication is null or { Kind: not UlIndicationKind.Data })
        {
            _buffer.Consume(_consumeNext);
            _consumeNext = 0;
        }
    }

    private async ValueTask FillAsync(int needed, CancellationToken cancellationToken)
    {
        _buffer.Reserve(needed);
        CancellationToken bounded = _watch.Enter(cancellationToken);
        int received;
        try
        {
            received = await _transport!.ReadAsync(_buffer.Free, bounded);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await TimeOutAsync(cancellationToken);
            return;
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException)
        {
            _end ??= State == UlState.Sta2 ? null : new(ConnectionEndKind.ConnectionLost, failure.Message);
            received = 0;
        }
        finally
        {
            _watch.Leave();
        }

        if (received == 0)
        {
            await FireAsync(UlEvent.Evt17, null, default, cancellationToken);
        }
        else
        {
            _buffer.Advance(received);
        }
    }

    private async ValueTask TimeOutAsync(CancellationToken cancellationToken)
    {
        if (_watch.IsArtimExpired)
        {
            await FireAsync(UlEvent.Evt18, null, default, cancellationToken);
        }
        else if (!_watch.IsArtimRunning && _watch.IsWaitExpired)
        {
            _end ??= new(ConnectionEndKind.IdleTimeout, "the peer stayed silent");
            await FireAsync(UlEvent.Evt15, null, default, cancellationToken);
        }
    }

    private static UlEvent EventOf(PduType type) => type switch
    {
        PduType.AssociateRequest => UlEvent.Evt6,
        PduType.AssociateAccept => UlEvent.Evt3,
        PduType.AssociateReject => UlEvent.Evt4,
        PduType.DataTransfer => UlEvent.Evt10,
        PduType.ReleaseRequest => UlEvent.Evt12,
        PduType.ReleaseResponse => UlEvent.Evt13,
        _ => UlEvent.Evt16,
    };
}
