using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Opens the transport connection of a request and puts each failure into words.</summary>
internal static class ClientConnector
{
    /// <summary>Connects within <see cref="DicomAssociationOptions.ConnectTimeout"/>.</summary>
    /// <exception cref="DicomNetworkException">With the reason.</exception>
    public static async ValueTask<IUpperLayerTransport> ConnectAsync(DicomAssociationOptions options, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, either.Token);
            SocketTuning.Prepare(socket);
            var peer = RemotePeer.From(socket.RemoteEndPoint);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (options.Tls is { } tls)
            {
                SslStream encrypted = await DicomTls.ConnectAsync(stream, options.Host, tls, either.Token);
                stream = encrypted;
                peer = peer with { IsTls = true, Certificate = encrypted.RemoteCertificate as X509Certificate2 };
            }

            return new SocketTransport(socket, stream, peer);
        }
        catch (Exception failure)
        {
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw Explain(failure, options);
        }
    }

    private static DicomNetworkException Explain(Exception failure, DicomAssociationOptions options)
    {
        string where = $"{options.Host}:{options.Port}";
        return failure switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
                new($"the host name '{options.Host}' does not resolve", NetworkFailure.NameNotFound, true, failure),
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                new($"{where} refuses the connection: nothing listens on that port", NetworkFailure.ConnectionRefused, true, failure),
            SocketException { SocketErrorCode: SocketError.TimedOut } =>
                new($"{where} does not answer", NetworkFailure.TimedOut, true, failure),
            SocketException socket when socket.SocketErrorCode is SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown =>
                new($"{where} cannot be reached: {socket.Message}", NetworkFailure.Unreachable, true, failure),
            SocketException socket =>
                new($"no connection to {where}: {socket.Message}", NetworkFailure.ConnectionLost, true, failure),
            OperationCanceledException =>
                new($"no connection to {where} within {options.ConnectTimeout.TotalSeconds:0.#} s", NetworkFailure.TimedOut, true, failure),
            AuthenticationException =>
                new($"TLS with {where} failed: {failure.Message.ReplaceLineEndings(" ")}", NetworkFailure.TlsFailed, false, failure),
            _ => new($"no connection to {where}: {failure.Message}", NetworkFailure.ConnectionLost, false, failure),
        };
    }
}
