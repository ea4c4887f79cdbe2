using System.Net;
using System.Net.Sockets;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>A port of the loopback interface where nothing listens.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
