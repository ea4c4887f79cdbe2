namespace PacsAnalyzer.Dicom.Network;

/// <summary>The user information item (PS3.8 annex D.1, PS3.7 annex D.3.3), with what this node understands of it.</summary>
internal sealed record UserInformation
{
    /// <summary>Largest P-DATA-TF body that the sender of this item takes; 0 = no limit.</summary>
    public uint MaximumLength { get; init; }

    /// <summary>Implementation class UID; empty where absent.</summary>
    public string ImplementationClassUid { get; init; } = "";

    /// <summary>Implementation version name, up to 16 characters; null where absent.</summary>
    public string? ImplementationVersion { get; init; }

    /// <summary>Asynchronous operations window; null where absent (then 1/1 holds).</summary>
    public AsynchronousWindow? Window { get; init; }

    /// <summary>SCP/SCU role selections.</summary>
    public IReadOnlyList<RoleSelection> Roles { get; init; } = [];

    /// <summary>SOP class extended negotiation; carried, not acted on.</summary>
    public IReadOnlyList<ExtendedNegotiation> Extended { get; init; } = [];

    /// <summary>Who the requestor says its user is; null where absent.</summary>
    public UserIdentity? Identity { get; init; }

    /// <summary>The acceptor's answer to an identity; null where absent.</summary>
    public byte[]? IdentityResponse { get; init; }
}
