using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PacsAnalyzer.Scp.Associations;

/// <summary>Host names to addresses, remembered for a while: an association must not wait for a name server each time.</summary>
internal sealed class HostResolver(TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (long At, IPAddress[] Addresses)> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Addresses of a host; the last known ones, or none, where it cannot be resolved.</summary>
    public IReadOnlyList<IPAddress> Resolve(string host)
    {
        bool has = known.TryGetValue(host, out (long At, IPAddress[] Addresses) entry);
        if (has && time.GetElapsedTime(entry.At) < Age)
        {
            return entry.Addresses;
        }

        IPAddress[] addresses;
        try
        {
            addresses = Dns.GetHostAddresses(host);
        }
        catch (SocketException)
        {
            addresses = has ? entry.Addresses : [];
        }

        known[host] = (time.GetTimestamp(), addresses);
        return addresses;
    }
}
