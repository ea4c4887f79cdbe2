namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// The message loop of an accepted association: one request after the other, its data set streamed to the handler's sink,
/// then the response (asynchronous window 1/1).
/// </summary>
internal sealed class ServerAssociation(
    UpperLayer layer, AssociationInfo association, IAssociationHandler handler, DicomServerOptions options) : IDisposable
{
    private readonly Dictionary<byte, NegotiatedContext> _contexts =
        association.Contexts.Where(context => context.IsAccepted).ToDictionary(context => context.Id);

    private readonly DimseWriter _writer = new(layer, association.PeerMaximumLength, options.MaxPduLength);
    private readonly CommandAssembler _assembler = new();
    private ServerRequest? _current;

    /// <summary>Serves until the association is over.</summary>
    /// <param name="stopping">Ends it between two requests.</param>
    /// <param name="killing">Ends it at once.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken killing)
    {
        try
        {
            while (true)
            {
                bool isBetween = _current is null && _assembler.IsEmpty;
                UlIndication indication = await layer.ReceiveAsync(null, isBetween ? stopping : killing);
                switch (indication.Kind)
                {
                    case UlIndicationKind.Data:
                        await HandleDataAsync(indication.Data, killing);
                        break;
                    case UlIndicationKind.ReleaseRequested:
                        await layer.RespondReleaseAsync(killing);
                        return;
                    default:
                        return;
                }
            }
        }
        finally
        {
            if (_current is { } unfinished)
            {
                _current = null;
                await unfinished.AbortAsync();
            }
        }
    }

    public void Dispose() => _writer.Dispose();

    private async ValueTask HandleDataAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            if (body.IsEmpty)
            {
                throw new PduFormatException(AbortReason.InvalidParameterValue, "a P-DATA-TF without a presentation data value");
            }

            while (DataTransferPdu.TryRead(ref body, out PresentationDataValue value))
            {
                if (!_contexts.TryGetValue(value.ContextId, out NegotiatedContext? context))
                {
                    throw new PduFormatException(AbortReason.InvalidParameterValue, $"data on context {value.ContextId}, which is not accepted");
                }

                if (value.IsCommand)
                {
                    await HandleCommandAsync(context, value, cancellationToken);
                }
                else
                {
                    await HandleFragmentAsync(value, cancellationToken);
                }
            }
        }
        catch (PduFormatException failure)
        {
            await layer.FailAsync(failure, CancellationToken.None);
        }
        catch (CommandFormatException failure)
        {
            await layer.FailAsync(new(AbortReason.InvalidParameterValue, failure.Message), CancellationToken.None);
        }
    }

    private async ValueTask HandleCommandAsync(NegotiatedContext context, PresentationDataValue value, CancellationToken cancellationToken)
    {
        if (_current is not null)
        {
            throw new PduFormatException(AbortReason.UnexpectedParameter, "a command where the data set of the last one is awaited");
        }

        if (_assembler.Add(value) is not { } command)
        {
            return;
        }

        if ((command.Field & CommandField.ResponseBit) != 0)
        {
            throw new PduFormatException(AbortReason.UnexpectedParameter, $"response {command.Field:X4} to a request that was never made");
        }

        if (command.Field == CommandField.CCancelRequest)
        {
            // Nothing here runs long enough to be cancelled; PS3.7 section 9.3.2.3 knows no response.
            return;
        }

        _current = await ServerRequest.BeginAsync(command, context, association, handler, cancellationToken);
        if (!command.HasDataSet)
        {
            await CompleteAsync(cancellationToken);
        }
    }

    private async ValueTask HandleFragmentAsync(PresentationDataValue value, CancellationToken cancellationToken)
    {
        if (_current is not { } request || request.ContextId != value.ContextId)
        {
            throw new PduFormatException(AbortReason.UnexpectedParameter, "a data set without a command on its context");
        }

        await request.WriteAsync(value.Fragment, cancellationToken);
        if (value.IsLast)
        {
            await CompleteAsync(cancellationToken);
        }
    }

    private async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        ServerRequest request = _current!;
        (DicomStatus status, Exception? failure) = await request.CompleteAsync(cancellationToken);
        _current = null;
        await _writer.WriteCommandAsync(request.ContextId, request.Response(status), cancellationToken);
        await _writer.FlushAsync(cancellationToken);
        options.Observer.Answered(association, request.Command.Field, request.Bytes, status, failure);
    }
}
