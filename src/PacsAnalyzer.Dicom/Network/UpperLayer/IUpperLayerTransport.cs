namespace PacsAnalyzer.Dicom.Network;

/// <summary>The transport connection below the upper layer: a socket, or TLS over one, or a script in tests.</summary>
internal interface IUpperLayerTransport : IAsyncDisposable
{
    /// <summary>Who is on the other side.</summary>
    RemotePeer Peer { get; }

    /// <summary>Reads what is there, at least one byte; 0 at the end of the connection.</summary>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Writes all of it.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Throws away what has arrived and not been read, without waiting, so that closing does not reset what was sent.</summary>
    void DiscardPending();
}
