using System.ComponentModel.DataAnnotations;

namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>DICOM TLS (BCP 195, TLS 1.2 and 1.3) on a port of its own.</summary>
public sealed class TlsOptions
{
    /// <summary>Port of the TLS listener; null switches it off, 0 takes a free one.</summary>
    [Range(0, 65535)]
    public int? Port { get; set; }

    /// <summary>PEM file of the node's certificate.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>PEM file of its private key.</summary>
    public string? KeyPath { get; set; }

    /// <summary>PEM file of the authorities that clients' certificates must come from.</summary>
    public string? TrustedCaPath { get; set; }

    /// <summary>Whether a client must show a certificate.</summary>
    public bool RequireClientCertificate { get; set; } = true;
}
