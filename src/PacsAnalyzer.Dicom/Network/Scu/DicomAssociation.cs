namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// An association that this node asked for. Requests go one after the other (asynchronous window 1/1); the object is not for
/// use by several tasks at once. After an exception of a request the association is over.
/// </summary>
public sealed class DicomAssociation : IAsyncDisposable
{
    private readonly UpperLayer _layer;
    private readonly DicomAssociationOptions _options;
    private readonly DimseWriter _writer;
    private readonly CommandAssembler _assembler = new();
    private ushort _lastMessageId;
    private bool _isOver;

    private DicomAssociation(UpperLayer layer, DicomAssociationOptions options, AssociateRequestPdu request, AssociateAcceptPdu accept)
    {
        _layer = layer;
        _options = options;
        _writer = new DimseWriter(layer, accept.User.MaximumLength, options.MaxPduLength);
        Contexts = AcceptedContexts.Match(request, accept);
        Peer = layer.Peer!;
        PeerImplementationClassUid = accept.User.ImplementationClassUid;
        PeerImplementationVersion = accept.User.ImplementationVersion;
    }

    /// <summary>The contexts proposed, with the peer's answers.</summary>
    public IReadOnlyList<NegotiatedContext> Contexts { get; }

    /// <summary>Who answered.</summary>
    public RemotePeer Peer { get; }

    /// <summary>The peer's implementation class UID; empty where it gave none.</summary>
    public string PeerImplementationClassUid { get; }

    /// <summary>The peer's implementation version name.</summary>
    public string? PeerImplementationVersion { get; }

    /// <summary>Connects and asks for an association.</summary>
    /// <exception cref="AssociationRejectedException">The peer rejected it.</exception>
    /// <exception cref="DicomNetworkException">No connection, no answer, or none that is DICOM.</exception>
    public static async Task<DicomAssociation> RequestAsync(
        DicomAssociationOptions options, IReadOnlyList<ProposedContext> contexts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(contexts);
        var request = new AssociateRequestPdu
        {
            CalledAeTitle = Title(options.CalledAeTitle, nameof(options.CalledAeTitle)),
            CallingAeTitle = Title(options.CallingAeTitle, nameof(options.CallingAeTitle)),
            Contexts = contexts,
            User = new UserInformation
            {
                MaximumLength = (uint)options.MaxPduLength,
                ImplementationClassUid = NetworkUids.ImplementationClass,
                ImplementationVersion = NetworkUids.ImplementationVersion,
                Roles = options.Roles,
                Identity = options.Identity,
            },
        };
        var settings = new UpperLayerSettings
        {
            Limits = PduLimits.ForMaximumLength(options.MaxPduLength),
            Artim = options.AssociateTimeout,
            Idle = options.ResponseTimeout,
            Time = options.Time,
        };
        UpperLayer layer = UpperLayer.CreateRequestor(token => ClientConnector.ConnectAsync(options, token), settings);
        bool isHandedOver = false;
        try
        {
            await layer.RequestAsync(request, cancellationToken);
            UlIndication answer = await layer.ReceiveAsync(options.AssociateTimeout, cancellationToken);
            if (answer.Kind != UlIndicationKind.AssociateAccepted)
            {
                throw AssociationFailure.Explain(answer, layer.End, options);
            }

            var accept = (AssociateAcceptPdu)answer.Pdu!;
            if (accept.User.MaximumLength is > 0 and < DimseWriter.SmallestPeerLength)
            {
                throw new DicomNetworkException(
                    $"the peer takes PDUs of {accept.User.MaximumLength} bytes, too few for any message", NetworkFailure.ProtocolError, false);
            }

            isHandedOver = true;
            return new DicomAssociation(layer, options, request, accept);
        }
        finally
        {
            if (!isHandedOver)
            {
                await layer.AbortAsync("the association is not used", CancellationToken.None);
                await layer.DisposeAsync();
            }
        }
    }

    /// <summary>An accepted context for a SOP class, with the given transfer syntax or, if null, any; null where there is none.</summary>
    public NegotiatedContext? FindContext(string sopClassUid, string? transferSyntaxUid = null) =>
        Contexts.FirstOrDefault(context => context.IsAccepted && context.AbstractSyntax == sopClassUid && context.RequestorIsScu
            && (transferSyntaxUid is null || context.TransferSyntax == transferSyntaxUid));

    /// <summary>C-ECHO (PS3.7 section 9.1.5).</summary>
    /// <exception cref="DicomNetworkException">The association broke, or verification was not accepted.</exception>
    public Task<DicomStatus> EchoAsync(CancellationToken cancellationToken = default)
    {
        NegotiatedContext context = FindContext(NetworkUids.Verification)
            ?? throw new DicomNetworkException("the peer did not accept the verification SOP class", NetworkFailure.NoUsableContext, false);
        CommandSet command = new CommandSet()
            .SetUid(CommandElement.AffectedSopClassUid, NetworkUids.Verification)
            .Set(CommandElement.CommandField, CommandField.CEchoRequest)
            .Set(CommandElement.CommandDataSetType, CommandSet.NoDataSet);
        return ExchangeAsync(context, command, null, null, cancellationToken);
    }

    /// <summary>C-STORE of a Part 10 file, streamed from disk, its data set sent as it lies there.</summary>
    /// <exception cref="InvalidDataException">Not a Part 10 file; the association stands.</exception>
    /// <exception cref="DicomNetworkException">
    /// <see cref="NetworkFailure.NoUsableContext"/>: the file's SOP class is not accepted in the file's transfer syntax, the
    /// association stands and a converted data set can be sent; otherwise the association broke.
    /// </exception>
    public async Task<DicomStatus> StoreAsync(
        string path, IProgress<StoreProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.SequentialScan);
        Part10Header header = Part10Header.Read(file);
        file.Position = header.DataSetOffset;
        var item = new StoreItem(header.SopClassUid, header.SopInstanceUid, header.TransferSyntaxUid, file, file.Length - header.DataSetOffset);
        return await StoreAsync(item, progress, cancellationToken);
    }

    /// <summary>C-STORE of a data set (PS3.7 section 9.1.1).</summary>
    /// <exception cref="DicomNetworkException">No accepted context fits (the association stands), or the association broke.</exception>
    public Task<DicomStatus> StoreAsync(StoreItem item, IProgress<StoreProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        NegotiatedContext context = FindContext(item.SopClassUid, item.TransferSyntaxUid)
            ?? throw AssociationFailure.NoContext(item, Contexts);
        if (item.Length == 0)
        {
            throw new InvalidDataException("the data set is empty");
        }

        CommandSet command = new CommandSet()
            .SetUid(CommandElement.AffectedSopClassUid, item.SopClassUid)
            .Set(CommandElement.CommandField, CommandField.CStoreRequest)
            .Set(CommandElement.Priority, 0)
            .Set(CommandElement.CommandDataSetType, CommandSet.DataSetFollows)
            .SetUid(CommandElement.AffectedSopInstanceUid, item.SopInstanceUid);
        return ExchangeAsync(context, command, item, progress, cancellationToken);
    }

    /// <summary>Releases in order and closes.</summary>
    /// <exception cref="DicomNetworkException">The association was broken before the peer confirmed; it is over all the same.</exception>
    public async Task ReleaseAsync(CancellationToken cancellationToken = default)
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        await _layer.RequestReleaseAsync(cancellationToken);
        while (true)
        {
            UlIndication indication = await _layer.ReceiveAsync(_options.AssociateTimeout, cancellationToken);
            switch (indication.Kind)
            {
                case UlIndicationKind.ReleaseRequested when _layer.State == UlState.Sta9:
                    // Both asked at once (PS3.8 section 7.2.2.6): the requestor answers first.
                    await _layer.RespondReleaseAsync(cancellationToken);
                    break;
                case UlIndicationKind.Released:
                    return;
                case UlIndicationKind.Ended:
                    throw _layer.EndedException();
            }
        }
    }

    /// <summary>Aborts and closes.</summary>
    public async Task AbortAsync()
    {
        _isOver = true;
        await _layer.AbortAsync("aborted by this node", CancellationToken.None);
        await _layer.DisposeAsync();
    }

    /// <summary>Aborts unless released.</summary>
    public async ValueTask DisposeAsync()
    {
        await AbortAsync();
        _writer.Dispose();
    }

    private static string Title(string title, string parameter) =>
        title.Trim() is { Length: > 0 and <= 16 } trimmed && trimmed.All(c => c is >= ' ' and <= '~' and not '\\')
            ? trimmed
            : throw new ArgumentException($"'{title}' is no AE title: 1 to 16 ASCII characters without backslash.", parameter);

    private async Task<DicomStatus> ExchangeAsync(
        NegotiatedContext context, CommandSet command, StoreItem? item, IProgress<StoreProgress>? progress, CancellationToken cancellationToken)
    {
        if (_isOver)
        {
            throw _layer.EndedException();
        }

        bool isDone = false;
        command.Set(CommandElement.MessageId, ++_lastMessageId);
        try
        {
            await _writer.WriteCommandAsync(context.Id, command, cancellationToken);
            if (item is null)
            {
                await _writer.FlushAsync(cancellationToken);
            }
            else
            {
                Action<long>? report = progress is null ? null : sent => progress.Report(new StoreProgress(sent, item.Length));
                await _writer.WriteDataAsync(context.Id, item.DataSet, item.Length, report, cancellationToken);
            }

            CommandSet response = await ReceiveResponseAsync(cancellationToken);
            DicomStatus status = ReadStatus(command, response);
            isDone = true;
            return status;
        }
        finally
        {
            if (!isDone)
            {
                await AbortAsync();
            }
        }
    }

    private async Task<CommandSet> ReceiveResponseAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            UlIndication indication = await _layer.ReceiveAsync(_options.ResponseTimeout, cancellationToken);
            if (indication.Kind == UlIndicationKind.ReleaseRequested)
            {
                await _layer.RespondReleaseAsync(cancellationToken);
                throw new DicomNetworkException("the peer released the association instead of answering", NetworkFailure.ConnectionLost, true);
            }

            if (indication.Kind != UlIndicationKind.Data)
            {
                throw _layer.End?.Kind == ConnectionEndKind.IdleTimeout
                    ? new DicomNetworkException(
                        $"no response within {_options.ResponseTimeout.TotalSeconds:0.#} s", NetworkFailure.TimedOut, true)
                    : _layer.EndedException();
            }

            try
            {
                ReadOnlyMemory<byte> body = indication.Data;
                while (DataTransferPdu.TryRead(ref body, out PresentationDataValue value))
                {
                    if (!value.IsCommand)
                    {
                        throw new PduFormatException(AbortReason.UnexpectedParameter, "a data set where a response is awaited");
                    }

                    if (_assembler.Add(value) is { } response)
                    {
                        return response;
                    }
                }
            }
            catch (Exception failure) when (failure is PduFormatException or CommandFormatException)
            {
                AbortReason reason = (failure as PduFormatException)?.Reason ?? AbortReason.InvalidParameterValue;
                await _layer.FailAsync(new PduFormatException(reason, failure.Message), CancellationToken.None);
            }
        }
    }

    private static DicomStatus ReadStatus(CommandSet request, CommandSet response)
    {
        if (response.Field != (request.Field | CommandField.ResponseBit)
            || response.GetUInt16(CommandElement.MessageIdBeingRespondedTo) != request.MessageId
            || response.Status is not { } code)
        {
            throw new DicomNetworkException(
                $"the peer answered message {request.MessageId} with {response.Field:X4}, which does not belong to it", NetworkFailure.ProtocolError, false);
        }

        return DicomStatus.Lookup(code).WithComment(response.GetText(CommandElement.ErrorComment));
    }
}
