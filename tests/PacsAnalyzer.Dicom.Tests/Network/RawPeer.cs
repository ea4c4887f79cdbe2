using System.Net;
using System.Net.Sockets;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>A scripted peer on a real socket: sends what the test says, reads PDU by PDU.</summary>
internal sealed class RawPeer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TcpClient _client;
    private readonly NetworkStream _stream;

    private RawPeer(TcpClient client)
    {
        _client = client;
        _client.NoDelay = true;
        _stream = client.GetStream();
    }

    public static async Task<RawPeer> ConnectAsync(IPEndPoint endPoint)
    {
        var client = new TcpClient();
        await client.ConnectAsync(endPoint);
        return new RawPeer(client);
    }

    public static async Task<RawPeer> AcceptAsync(TcpListener listener) =>
        new(await listener.AcceptTcpClientAsync().WaitAsync(Patience));

    /// <summary>Connects and asks for an association, which must be accepted.</summary>
    public static async Task<RawPeer> AssociateAsync(IPEndPoint endPoint, params ProposedContext[] contexts)
    {
        RawPeer peer = await ConnectAsync(endPoint);
        await peer.SendAsync(Sample.Request(contexts));
        (await peer.ReadAsync()).ShouldBeOfType<AssociateAcceptPdu>();
        return peer;
    }

    public Task SendAsync(params Pdu[] pdus) => SendAsync(pdus.SelectMany(pdu => pdu.Encode()).ToArray());

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes);

    /// <summary>The next PDU; null at the end of the connection.</summary>
    public async Task<Pdu?> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        byte[] header = new byte[PduHeader.Size];
        if (await ReadFullyAsync(header, patience.Token) < header.Length)
        {
            return null;
        }

        byte[] body = new byte[PduHeader.Read(header).Length];
        (await ReadFullyAsync(body, patience.Token)).ShouldBe(body.Length);
        return PduDecoder.Decode(header[0], body);
    }

    /// <summary>The next PDU as a response's command set.</summary>
    public async Task<CommandSet> ReadCommandAsync()
    {
        var data = (await ReadAsync()).ShouldBeOfType<DataTransferPdu>();
        return CommandSet.Decode(data.Values.Single().Fragment.Span);
    }

    public void CloseSending() => _client.Client.Shutdown(SocketShutdown.Send);

    public void Dispose() => _client.Dispose();

    private async Task<int> ReadFullyAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await _stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
