namespace PacsAnalyzer.Dicom.Network;

/// <summary>What kept an association from coming about, or ended it.</summary>
public enum NetworkFailure
{
    /// <summary>The host name does not resolve.</summary>
    NameNotFound,

    /// <summary>The host is there, nothing listens on the port.</summary>
    ConnectionRefused,

    /// <summary>No route, or the host is down.</summary>
    Unreachable,

    /// <summary>Nothing came back in time.</summary>
    TimedOut,

    /// <summary>The peer rejected the association.</summary>
    Rejected,

    /// <summary>Peer or node aborted the association.</summary>
    Aborted,

    /// <summary>The connection broke.</summary>
    ConnectionLost,

    /// <summary>What answers speaks no DICOM.</summary>
    NotDicom,

    /// <summary>TLS could not be set up, or only one side uses it.</summary>
    TlsFailed,

    /// <summary>The peer accepted none of the presentation contexts that were needed.</summary>
    NoUsableContext,

    /// <summary>The peer's answer breaks the protocol.</summary>
    ProtocolError,
}
