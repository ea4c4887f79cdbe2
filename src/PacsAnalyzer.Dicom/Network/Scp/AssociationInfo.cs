namespace PacsAnalyzer.Dicom.Network;

/// <summary>An association that stands.</summary>
public sealed record AssociationInfo
{
    /// <summary>Number of the connection since the server started, for logs.</summary>
    public required long ConnectionId { get; init; }

    /// <summary>Title that was called.</summary>
    public required string CalledAeTitle { get; init; }

    /// <summary>Title of the caller.</summary>
    public required string CallingAeTitle { get; init; }

    /// <summary>The caller's address.</summary>
    public required RemotePeer Peer { get; init; }

    /// <summary>Contexts after negotiation, the refused ones included.</summary>
    public required IReadOnlyList<NegotiatedContext> Contexts { get; init; }

    /// <summary>Largest P-DATA-TF body the peer takes; 0 = no limit.</summary>
    public required uint PeerMaximumLength { get; init; }

    /// <summary>The peer's implementation class UID.</summary>
    public string PeerImplementationClassUid { get; init; } = "";

    /// <summary>The peer's implementation version name.</summary>
    public string? PeerImplementationVersion { get; init; }
}
