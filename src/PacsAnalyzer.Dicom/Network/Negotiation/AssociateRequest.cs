namespace PacsAnalyzer.Dicom.Network;

/// <summary>What a caller asks for: the content of its A-ASSOCIATE-RQ (PS3.8 section 9.3.2).</summary>
public sealed record AssociateRequest
{
    /// <summary>Title of the application called, without padding; may hold anything the caller sent.</summary>
    public required string CalledAeTitle { get; init; }

    /// <summary>Title of the caller, without padding; may hold anything the caller sent.</summary>
    public required string CallingAeTitle { get; init; }

    /// <summary>Application context name; DICOM knows one.</summary>
    public string ApplicationContext { get; init; } = NetworkUids.ApplicationContext;

    /// <summary>Proposed presentation contexts.</summary>
    public IReadOnlyList<ProposedContext> Contexts { get; init; } = [];

    /// <summary>Largest P-DATA-TF body the caller takes; 0 = no limit.</summary>
    public uint MaximumLength { get; init; }

    /// <summary>The caller's implementation class UID; empty where absent.</summary>
    public string ImplementationClassUid { get; init; } = "";

    /// <summary>The caller's implementation version name.</summary>
    public string? ImplementationVersion { get; init; }

    /// <summary>Role selections proposed.</summary>
    public IReadOnlyList<RoleSelection> Roles { get; init; } = [];

    /// <summary>Asynchronous window proposed; null where absent.</summary>
    public AsynchronousWindow? Window { get; init; }

    /// <summary>Extended negotiation proposed; not answered.</summary>
    public IReadOnlyList<ExtendedNegotiation> Extended { get; init; } = [];

    /// <summary>User identity; null where absent.</summary>
    public UserIdentity? Identity { get; init; }

    internal static AssociateRequest From(AssociateRequestPdu pdu) => new()
    {
        CalledAeTitle = pdu.CalledAeTitle,
        CallingAeTitle = pdu.CallingAeTitle,
        ApplicationContext = pdu.ApplicationContext,
        Contexts = pdu.Contexts,
        MaximumLength = pdu.User.MaximumLength,
        ImplementationClassUid = pdu.User.ImplementationClassUid,
        ImplementationVersion = pdu.User.ImplementationVersion,
        Roles = pdu.User.Roles,
        Window = pdu.User.Window,
        Extended = pdu.User.Extended,
        Identity = pdu.User.Identity,
    };
}
