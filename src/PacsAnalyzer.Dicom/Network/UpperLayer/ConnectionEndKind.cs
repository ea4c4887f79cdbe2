namespace PacsAnalyzer.Dicom.Network;

/// <summary>How a connection came to its end.</summary>
public enum ConnectionEndKind
{
    /// <summary>Released in order.</summary>
    Released,

    /// <summary>The association was rejected.</summary>
    Rejected,

    /// <summary>The peer sent A-ABORT.</summary>
    AbortedByPeer,

    /// <summary>This side aborted at its own wish.</summary>
    AbortedHere,

    /// <summary>The peer broke the protocol and was aborted.</summary>
    ProtocolError,

    /// <summary>What arrived is no DICOM: HTTP, TLS, or noise.</summary>
    NotDicom,

    /// <summary>The connection closed without a release.</summary>
    ConnectionLost,

    /// <summary>No association request in time (ARTIM).</summary>
    ArtimExpired,

    /// <summary>The peer stayed silent, or did not take what was sent, for longer than the idle limit.</summary>
    IdleTimeout,
}
