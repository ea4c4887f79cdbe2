using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>TLS on both sides with certificates made for the test.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly X509Certificate2 _authority = Authority("CN=Test Authority");
    private readonly X509Certificate2 _stranger = Authority("CN=Stranger");
    private readonly List<X509Certificate2> _issued = [];

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
        _issued.ForEach(certificate => certificate.Dispose());
    }

    [Fact]
    public async Task Mutual_authentication_shows_each_side_the_others_certificate()
    {
        await using var node = new TestNode(options => options with { Tls = Side(_authority, "CN=node") });
        RemotePeer? seen = null;
        node.Handler.Decision = request => Negotiator.Negotiate(request, RecordingHandler.Policy);
        await using DicomAssociation association = await DicomAssociation.RequestAsync(
            node.ClientOptions with { Host = "localhost", Tls = Side(_authority, "CN=caller") }, ContextProposals.Verification);
        seen = association.Peer;
        (await association.EchoAsync()).Code.ShouldBe((ushort)0);
        await association.ReleaseAsync();
        seen.IsTls.ShouldBeTrue();
        seen.Certificate!.Subject.ShouldBe("CN=node");
    }

    [Fact]
    public async Task A_caller_without_or_with_a_strange_or_expired_certificate_is_turned_away()
    {
        await using var node = new TestNode(options => options with { Tls = Side(_authority, "CN=node") });
        DicomTlsOptions good = Side(_authority, "CN=caller");
        X509Certificate2 strange = Issue(_stranger, "CN=caller", 30), expired = Issue(_authority, "CN=caller", -1);
        foreach ((X509Certificate2? shown, string reason) in new (X509Certificate2?, string)[]
        {
            (null, "the peer shows no certificate"),
            (strange, "the peer's certificate (CN=caller) is refused: it is not from a trusted authority"),
            (expired, "the peer's certificate (CN=caller) is refused: it is expired or not valid yet"),
        })
        {
            EchoDiagnosis diagnosis = await DicomEcho.DiagnoseAsync(
                node.ClientOptions with { Host = "localhost", Tls = good with { Certificate = () => shown } });
            diagnosis.IsSuccess.ShouldBeFalse();
            (await node.Observer.NextTlsFailureAsync()).ShouldBe(reason);
        }
    }

    [Fact]
    public async Task A_listener_with_a_strange_certificate_is_not_trusted()
    {
        await using var node = new TestNode(options => options with { Tls = Side(_stranger, "CN=node") with { RequireClientCertificate = false } });
        EchoDiagnosis diagnosis = await DicomEcho.DiagnoseAsync(node.ClientOptions with { Host = "localhost", Tls = Side(_authority, "CN=caller") });
        diagnosis.Failure.ShouldBe(NetworkFailure.TlsFailed);
        diagnosis.Text.ShouldEndWith("failed: the peer's certificate (CN=node) is refused: it is not from a trusted authority");
        diagnosis.Advice.ShouldContain("certificates");
    }

    [Fact]
    public async Task One_side_without_TLS_is_named()
    {
        await using var secure = new TestNode(options => options with { Tls = Side(_authority, "CN=node") });
        EchoDiagnosis plainToTls = await DicomEcho.DiagnoseAsync(secure.ClientOptions);
        plainToTls.IsSuccess.ShouldBeFalse();
        plainToTls.Text.ShouldContain("TLS");

        await using var plain = new TestNode();
        EchoDiagnosis tlsToPlain = await DicomEcho.DiagnoseAsync(plain.ClientOptions with { Tls = Side(_authority, "CN=caller") });
        tlsToPlain.Failure.ShouldBe(NetworkFailure.TlsFailed);
        (await plain.Observer.NextEndAsync()).ShouldBe(new ConnectionEnd(ConnectionEndKind.NotDicom, "TLS on a connection without TLS"));
    }

    private static X509Certificate2 Authority(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-10), DateTimeOffset.UtcNow.AddDays(60));
    }

    private DicomTlsOptions Side(X509Certificate2 issuer, string subject)
    {
        X509Certificate2 certificate = Issue(issuer, subject, 30);
        return new DicomTlsOptions { Certificate = () => certificate, TrustedAuthorities = () => [_authority] };
    }

    private X509Certificate2 Issue(X509Certificate2 issuer, string subject, int daysLeft)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        byte[] serial = RandomNumberGenerator.GetBytes(8);
        using X509Certificate2 bare = request.Create(issuer, DateTimeOffset.UtcNow.AddDays(-5), DateTimeOffset.UtcNow.AddDays(daysLeft), serial);
        using X509Certificate2 withKey = bare.CopyWithPrivateKey(key);
        X509Certificate2 result = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null);
        _issued.Add(result);
        return result;
    }
}
