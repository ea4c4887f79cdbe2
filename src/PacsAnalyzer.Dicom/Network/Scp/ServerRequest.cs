namespace PacsAnalyzer.Dicom.Network;

/// <summary>One request on its way: checked against its context, its data set fed to a sink, its status at the end.</summary>
internal sealed class ServerRequest
{
    private IStoreSink? _sink;
    private Func<CancellationToken, Task<DicomStatus>>? _answer;
    private DicomStatus? _refusal;
    private Exception? _failure;

    private ServerRequest(CommandSet command, byte contextId)
    {
        Command = command;
        ContextId = contextId;
    }

    public CommandSet Command { get; }

    public byte ContextId { get; }

    /// <summary>Bytes of the data set so far.</summary>
    public long Bytes { get; private set; }

    public static async ValueTask<ServerRequest> BeginAsync(
        CommandSet command, NegotiatedContext context, AssociationInfo association, IAssociationHandler handler, CancellationToken cancellationToken)
    {
        var request = new ServerRequest(command, context.Id);
        request._refusal = RequestChecks.Check(command, context);
        if (request._refusal is not null)
        {
            return request;
        }

        if (command.Field == CommandField.CEchoRequest)
        {
            request._answer = token => handler.OnEchoAsync(association, token);
            return request;
        }

        try
        {
            request._sink = await handler.BeginStoreAsync(RequestChecks.ToStoreRequest(command, context), association, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            request.Refuse(failure);
        }

        return request;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> fragment, CancellationToken cancellationToken)
    {
        Bytes += fragment.Length;
        if (_sink is { } sink && !fragment.IsEmpty)
        {
            try
            {
                await sink.WriteAsync(fragment, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // The rest of the data set is read and dropped: the response belongs after it.
                Refuse(failure);
                await AbortAsync();
            }
        }
    }

    public async ValueTask<(DicomStatus Status, Exception? Failure)> CompleteAsync(CancellationToken cancellationToken)
    {
        if (_refusal is null)
        {
            try
            {
                DicomStatus status = _answer is { } answer ? await answer(cancellationToken) : await _sink!.CompleteAsync(cancellationToken);
                _sink = null;
                return (status, null);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Refuse(failure);
                await AbortAsync();
            }
        }

        return (_refusal!, _failure);
    }

    public async ValueTask AbortAsync()
    {
        if (_sink is { } sink)
        {
            _sink = null;
            await sink.AbortAsync();
        }
    }

    /// <summary>The response's command set (PS3.7 sections 9.3 and 10.3).</summary>
    public CommandSet Response(DicomStatus status)
    {
        string? sopClass = Command.GetText(CommandElement.AffectedSopClassUid) ?? Command.GetText(CommandElement.RequestedSopClassUid);
        string? instance = Command.GetText(CommandElement.AffectedSopInstanceUid) ?? Command.GetText(CommandElement.RequestedSopInstanceUid);
        return new CommandSet()
            .SetUid(CommandElement.AffectedSopClassUid, sopClass)
            .Set(CommandElement.CommandField, (ushort)(Command.Field | CommandField.ResponseBit))
            .Set(CommandElement.MessageIdBeingRespondedTo, Command.MessageId)
            .Set(CommandElement.CommandDataSetType, CommandSet.NoDataSet)
            .Set(CommandElement.Status, status.Code)
            .SetText(CommandElement.ErrorComment, status.Comment)
            .SetUid(CommandElement.AffectedSopInstanceUid, instance);
    }

    private void Refuse(Exception failure)
    {
        _failure = failure;
        _refusal = StatusOfException.Map(failure);
    }
}
