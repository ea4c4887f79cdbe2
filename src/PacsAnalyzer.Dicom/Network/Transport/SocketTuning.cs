using System.Net.Sockets;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// Socket options. Senders that leave Nagle's algorithm on write a command and its data set separately and wait for the
/// acknowledgement of the first; with delayed acknowledgements each instance then costs 40 ms.
/// </summary>
internal static class SocketTuning
{
    private const int LevelTcp = 6;
    private const int TcpQuickAck = 12;
    private static readonly bool IsLinux = OperatingSystem.IsLinux();

    /// <summary>No Nagle on this side; keep-alive finds peers that vanished.</summary>
    public static void Prepare(Socket socket)
    {
        socket.NoDelay = true;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        AcknowledgeAtOnce(socket);
    }

    /// <summary>TCP_QUICKACK. Linux forgets it at will, so it is set again after each receive (tcp(7)).</summary>
    public static void AcknowledgeAtOnce(Socket socket)
    {
        if (!IsLinux)
        {
            return;
        }

        try
        {
            int on = 1;
            socket.SetRawSocketOption(LevelTcp, TcpQuickAck, System.Runtime.InteropServices.MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in on)));
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The connection has just closed, or is no TCP socket: nothing to acknowledge.
        }
    }
}
