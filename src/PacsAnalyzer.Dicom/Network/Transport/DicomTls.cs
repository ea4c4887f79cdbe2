using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Puts TLS on a stream, with the protocol versions and suites of BCP 195 (RFC 8996, RFC 9325).</summary>
internal static class DicomTls
{
    private const SslProtocols Protocols = SslProtocols.Tls12 | SslProtocols.Tls13;

    private static readonly TlsCipherSuite[] Suites =
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_DHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,
    ];

    public static async Task<SslStream> AcceptAsync(Stream inner, DicomTlsOptions options, CancellationToken cancellationToken)
    {
        X509Certificate2 certificate = options.Certificate()
            ?? throw new InvalidOperationException("A TLS listener needs a certificate with its key.");
        var tls = new SslStream(inner, leaveInnerStreamOpen: false);
        var check = new CertificateCheck(options.RequireClientCertificate, checkHostName: false);
        var settings = new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            ClientCertificateRequired = options.RequireClientCertificate,
            EnabledSslProtocols = Protocols,
            CipherSuitesPolicy = Policy(),
            CertificateChainPolicy = Chain(options),
            RemoteCertificateValidationCallback = check.Validate,
        };
        await HandshakeAsync(tls, check, () => tls.AuthenticateAsServerAsync(settings, cancellationToken));
        return tls;
    }

    public static async Task<SslStream> ConnectAsync(
        Stream inner, string host, DicomTlsOptions options, CancellationToken cancellationToken)
    {
        var tls = new SslStream(inner, leaveInnerStreamOpen: false);
        X509Certificate2? certificate = options.Certificate();
        var check = new CertificateCheck(isRequired: true, options.CheckHostName);
        var settings = new SslClientAuthenticationOptions
        {
            TargetHost = options.TargetHost ?? host,
            ClientCertificates = certificate is null ? null : [certificate],
            EnabledSslProtocols = Protocols,
            CipherSuitesPolicy = Policy(),
            CertificateChainPolicy = Chain(options),
            RemoteCertificateValidationCallback = check.Validate,
        };
        await HandshakeAsync(tls, check, () => tls.AuthenticateAsClientAsync(settings, cancellationToken));
        return tls;
    }

    private static async Task HandshakeAsync(SslStream tls, CertificateCheck check, Func<Task> handshake)
    {
        try
        {
            await handshake();
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException or SocketException)
        {
            await tls.DisposeAsync();
            throw check.Explain(failure);
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    private static CipherSuitesPolicy? Policy() => OperatingSystem.IsLinux() ? new CipherSuitesPolicy(Suites) : null;

    private static X509ChainPolicy Chain(DicomTlsOptions options)
    {
        // Closed networks: no revocation service can be reached, and none is asked.
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (options.TrustedAuthorities() is { Count: > 0 } authorities)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(authorities);
        }

        return policy;
    }
}
