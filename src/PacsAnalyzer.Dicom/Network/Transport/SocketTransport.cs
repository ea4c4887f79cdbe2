using System.Net.Sockets;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>A connected socket, read and written through a stream that may be TLS.</summary>
internal sealed class SocketTransport(Socket socket, Stream stream, RemotePeer peer) : IUpperLayerTransport
{
    private int _isDisposed;

    public RemotePeer Peer { get; } = peer;

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int received = await stream.ReadAsync(buffer, cancellationToken);
        SocketTuning.AcknowledgeAtOnce(socket);
        return received;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes, cancellationToken);

    public void DiscardPending()
    {
        Span<byte> scratch = stackalloc byte[4096];
        try
        {
            for (int rounds = 0; rounds < 64 && socket.Available > 0; rounds++)
            {
                _ = socket.Receive(scratch);
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The peer has gone; there is nothing to throw away.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await stream.DisposeAsync();
            socket.Dispose();
        }
    }
}
