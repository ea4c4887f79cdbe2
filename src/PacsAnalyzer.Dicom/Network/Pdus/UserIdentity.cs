namespace PacsAnalyzer.Dicom.Network;

/// <summary>User identity negotiation (PS3.7 annex D.3.3.7). The node shows it to its handler and asks nobody about it; secrets stay out of logs.</summary>
/// <param name="Kind">What the fields hold.</param>
/// <param name="ResponseRequested">The requestor wants a positive answer.</param>
/// <param name="Primary">User name, ticket or assertion.</param>
/// <param name="Secondary">Passcode; empty otherwise.</param>
public sealed record UserIdentity(UserIdentityKind Kind, bool ResponseRequested, byte[] Primary, byte[] Secondary)
{
    /// <summary>The kind alone: neither names nor secrets belong in a log.</summary>
    public override string ToString() => $"UserIdentity {Kind}";
}
