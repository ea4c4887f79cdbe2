using System.Net;

namespace PacsAnalyzer.Scp.AeTitles;

/// <summary>Matches an address with a host entry: name, address, network or <c>*</c>.</summary>
internal static class HostMatch
{
    /// <summary>Whether a caller from <paramref name="address"/> is covered by <paramref name="host"/>.</summary>
    public static bool Matches(string host, IPAddress address, Func<string, IReadOnlyList<IPAddress>> resolve)
    {
        IPAddress caller = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (host == "*")
        {
            return true;
        }

        if (IPNetwork.TryParse(host, out IPNetwork network))
        {
            return network.Contains(caller);
        }

        if (IPAddress.TryParse(host, out IPAddress? single))
        {
            return single.Equals(caller);
        }

        return resolve(host).Any(a => (a.IsIPv4MappedToIPv6 ? a.MapToIPv4() : a).Equals(caller));
    }
}
