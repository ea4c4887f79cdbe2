using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>One connection of a listener: TLS, association request, decision, then <see cref="ServerAssociation"/>.</summary>
internal sealed class ServerConnection(long id, DicomServer server, DicomServerOptions options, Func<RemotePeer, IAssociationHandler> handlers)
{
    public async Task RunAsync(Socket socket, RemotePeer peer, CancellationToken stopping, CancellationToken killing)
    {
        SocketTuning.Prepare(socket);
        Stream stream = new NetworkStream(socket, ownsSocket: true);
        if (options.Tls is { } tls)
        {
            if (await TryAcceptTlsAsync(stream, tls, peer, stopping) is not { } encrypted)
            {
                return;
            }

            stream = encrypted;
            peer = peer with { IsTls = true, Certificate = encrypted.RemoteCertificate as X509Certificate2 };
        }

        await ServeAsync(new SocketTransport(socket, stream, peer), stopping, killing);
    }

    /// <summary>Serves an open transport connection to its end.</summary>
    internal async Task ServeAsync(IUpperLayerTransport transport, CancellationToken stopping, CancellationToken killing)
    {
        RemotePeer peer = transport.Peer;
        var settings = new UpperLayerSettings
        {
            Limits = PduLimits.ForMaximumLength(options.MaxPduLength),
            Artim = options.ArtimTimeout,
            Idle = options.IdleTimeout,
            Time = options.Time,
        };
        await using UpperLayer layer = await UpperLayer.AcceptAsync(transport, settings);
        try
        {
            UlIndication indication = await layer.ReceiveAsync(null, stopping);
            if (indication.Kind == UlIndicationKind.AssociateRequested)
            {
                await DecideAsync(layer, (AssociateRequestPdu)indication.Pdu!, peer, stopping, killing);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested || killing.IsCancellationRequested)
        {
            await layer.AbortAsync("the node stops", CancellationToken.None);
        }
        catch (DicomNetworkException)
        {
            // The connection broke while something was sent; how is told below.
        }

        options.Observer.Closed(id, peer, layer.End ?? new(ConnectionEndKind.ConnectionLost, ""));
        await layer.LingerAsync(stopping);
    }

    private async Task DecideAsync(
        UpperLayer layer, AssociateRequestPdu pdu, RemotePeer peer, CancellationToken stopping, CancellationToken killing)
    {
        AssociateRequest request = AssociateRequest.From(pdu);
        IAssociationHandler? handler = null;
        AssociationDecision decision;
        try
        {
            handler = handlers(peer);
            decision = handler.Decide(request, peer);
        }
        catch (Exception failure)
        {
            options.Observer.Faulted(id, peer, failure);
            decision = AssociationDecision.Reject(Rejection.TemporaryCongestion);
        }

        if (decision.IsAccepted && request.MaximumLength is > 0 and < DimseWriter.SmallestPeerLength)
        {
            decision = AssociationDecision.Reject(Rejection.NoReason);
        }

        bool hasPlace = decision.IsAccepted && server.TryEnterAssociation();
        if (!hasPlace)
        {
            Rejection rejection = decision.Rejection ?? Rejection.LocalLimitExceeded;
            await layer.RejectAsync(rejection, killing);
            options.Observer.Rejected(id, peer, request, rejection);
            return;
        }

        try
        {
            await layer.AcceptAsync(Accept(pdu, decision), killing);
            AssociationInfo association = Describe(request, decision, peer);
            options.Observer.Accepted(association);
            try
            {
                using var served = new ServerAssociation(layer, association, handler!, options);
                await served.RunAsync(stopping, killing);
            }
            finally
            {
                handler!.OnClosed(association, layer.End ?? new(ConnectionEndKind.AbortedHere, "the node stops"));
            }
        }
        finally
        {
            server.LeaveAssociation();
        }
    }

    private AssociateAcceptPdu Accept(AssociateRequestPdu request, AssociationDecision decision) => new()
    {
        CalledAeTitle = request.CalledAeTitle,
        CallingAeTitle = request.CallingAeTitle,
        Contexts = [.. decision.Contexts.Select(context =>
            new ContextAnswer(context.Id, context.Result, context.TransferSyntax ?? NetworkUids.ImplicitVRLittleEndian))],
        User = new UserInformation
        {
            MaximumLength = (uint)options.MaxPduLength,
            ImplementationClassUid = NetworkUids.ImplementationClass,
            ImplementationVersion = NetworkUids.ImplementationVersion,
            Window = request.User.Window is null ? null : new AsynchronousWindow(1, 1),
            Roles = decision.Roles,
        },
    };

    private AssociationInfo Describe(AssociateRequest request, AssociationDecision decision, RemotePeer peer) => new()
    {
        ConnectionId = id,
        CalledAeTitle = request.CalledAeTitle,
        CallingAeTitle = request.CallingAeTitle,
        Peer = peer,
        Contexts = decision.Contexts,
        PeerMaximumLength = request.MaximumLength,
        PeerImplementationClassUid = request.ImplementationClassUid,
        PeerImplementationVersion = request.ImplementationVersion,
    };

    private async Task<SslStream?> TryAcceptTlsAsync(Stream stream, DicomTlsOptions tls, RemotePeer peer, CancellationToken stopping)
    {
        using var artim = new CancellationTokenSource(options.ArtimTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(artim.Token, stopping);
        try
        {
            return await DicomTls.AcceptAsync(stream, tls, either.Token);
        }
        catch (Exception failure) when (failure is AuthenticationException or InvalidOperationException)
        {
            options.Observer.TlsFailed(id, peer, failure.Message);
        }
        catch (OperationCanceledException)
        {
            options.Observer.TlsFailed(id, peer, "no TLS handshake in time");
        }

        await stream.DisposeAsync();
        return null;
    }
}
