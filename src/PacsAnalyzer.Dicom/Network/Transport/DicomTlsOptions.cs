using System.Security.Cryptography.X509Certificates;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// TLS for either side. Certificates come from functions that are asked for each connection, so that they can be exchanged
/// without a restart. TLS 1.2 and 1.3 only (BCP 195, PS3.15 annex B.9 ff.).
/// </summary>
public sealed record DicomTlsOptions
{
    /// <summary>This side's certificate with its key. A listener needs one; a caller where the peer asks for it.</summary>
    public Func<X509Certificate2?> Certificate { get; init; } = () => null;

    /// <summary>Authorities that peers' certificates must come from; null or empty = the system's.</summary>
    public Func<X509Certificate2Collection?> TrustedAuthorities { get; init; } = () => null;

    /// <summary>Listener: peers without a valid certificate are turned away. Default true.</summary>
    public bool RequireClientCertificate { get; init; } = true;

    /// <summary>Caller: the name that the peer's certificate must bear; null = the host that is called.</summary>
    public string? TargetHost { get; init; }

    /// <summary>Caller: check that name. Default true; modalities in practice often bear certificates without usable names.</summary>
    public bool CheckHostName { get; init; } = true;
}
