using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Decides on a peer's certificate and remembers why it was refused, since the TLS stream's own exception does not say.</summary>
internal sealed class CertificateCheck(bool isRequired, bool checkHostName)
{
    private string? _refusal;

    /// <summary>The callback of the TLS stream.</summary>
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            _refusal = isRequired ? "the peer shows no certificate" : null;
            return !isRequired;
        }

        if (!checkHostName)
        {
            errors &= ~SslPolicyErrors.RemoteCertificateNameMismatch;
        }

        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        string why = errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && chain is not null
            ? string.Join("; ", chain.ChainStatus.Select(status => Explain(status.Status)).Distinct())
            : "it is not made out for the host that was called";
        _refusal = $"the peer's certificate ({certificate.Subject}) is refused: {why}";
        return false;
    }

    /// <summary>The handshake's failure in words.</summary>
    public AuthenticationException Explain(Exception failure) => new(
        _refusal ?? $"no TLS handshake with the peer: {failure.GetBaseException().Message}", failure);

    private static string Explain(X509ChainStatusFlags status) => status switch
    {
        X509ChainStatusFlags.NotTimeValid => "it is expired or not valid yet",
        X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain => "it is not from a trusted authority",
        X509ChainStatusFlags.NotValidForUsage => "it is not meant for this use",
        _ => status.ToString(),
    };
}
