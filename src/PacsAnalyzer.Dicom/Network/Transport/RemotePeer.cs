using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>The other end of a connection.</summary>
/// <param name="Address">Its address; IPv4 also where the listener is dual-stack.</param>
/// <param name="Port">Its port.</param>
/// <param name="Certificate">The certificate it showed and that was accepted; null without TLS or without one.</param>
/// <param name="IsTls">The connection is encrypted.</param>
public sealed record RemotePeer(IPAddress Address, int Port, X509Certificate2? Certificate = null, bool IsTls = false)
{
    /// <summary>Address and port, for logs.</summary>
    public override string ToString() => new IPEndPoint(Address, Port).ToString();

    internal static RemotePeer From(EndPoint? endPoint)
    {
        var ip = endPoint as IPEndPoint ?? new IPEndPoint(IPAddress.None, 0);
        return new RemotePeer(ip.Address.IsIPv4MappedToIPv6 ? ip.Address.MapToIPv4() : ip.Address, ip.Port);
    }
}
