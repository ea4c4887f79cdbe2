using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>Mutated conversations against a whole server connection, from the first byte to the closed transport.</summary>
public sealed class ConnectionFuzzTests
{
    private const int Cases = 20_000;

    [Fact]
    public async Task Mutated_conversations_end_in_order()
    {
        var random = new Random(31);
        byte[][] seeds = Conversations();
        var observer = new CountingObserver();
        var options = new DicomServerOptions { Observer = observer, Time = new ManualTime() };
        await using var server = new DicomServer(options, _ => throw new InvalidOperationException());
        var handler = new RecordingHandler();
        for (int i = 0; i < Cases; i++)
        {
            handler.Requests.Clear();
            handler.Stored.Clear();
            int abortedBefore = handler.Aborted;
            byte[] bytes = Mutation.Of(random, seeds);
            var transport = new MemoryTransport();
            int cut = bytes.Length == 0 ? 0 : random.Next(bytes.Length);
            transport.Push(bytes[..cut]);
            transport.Push(bytes[cut..]);
            transport.End();
            var connection = new ServerConnection(i, server, options, _ => handler);
            Task serving = connection.ServeAsync(transport, CancellationToken.None, CancellationToken.None);
            await serving.WaitAsync(TimeSpan.FromSeconds(10));
            transport.IsClosed.ShouldBeTrue();
            transport.SentPdus().Count.ShouldBeLessThan(20);
            server.AssociationCount.ShouldBe(0);
            // Each store that began was completed or taken back. One UID may be stored twice.
            (handler.Aborted - abortedBefore + handler.Stored.Count).ShouldBeLessThanOrEqualTo(handler.Requests.Count);
        }

        observer.Faults.ShouldBeEmpty();
        observer.Counts.Keys.ShouldContain(ConnectionEndKind.Released);
        observer.Counts.Keys.ShouldContain(ConnectionEndKind.ProtocolError);
        observer.Counts.Keys.ShouldContain(ConnectionEndKind.ConnectionLost);
        observer.Counts.Keys.ShouldContain(ConnectionEndKind.Rejected);
    }

    private static byte[][] Conversations()
    {
        AssociateRequestPdu request = Sample.Request(
            new(1, NetworkUids.Verification, [NetworkUids.ImplicitVRLittleEndian]), new(3, Sample.CtImageStorage, [Sample.ExplicitVRLittleEndian]));
        Pdu store = Sample.Command(3, Sample.StoreCommand(Sample.CtImageStorage, "1.2.3"));
        Pdu[][] conversations =
        [
            [request, Sample.Command(1, Sample.EchoCommand()), new ReleaseRequestPdu()],
            [request, store, Sample.Data(3, 0, new byte[60]), Sample.Data(3, 2, new byte[7]), new ReleaseRequestPdu()],
            [request, store, Sample.Data(3, 2, new byte[60]), Sample.Command(1, Sample.EchoCommand()), new AbortPdu(AbortSource.ServiceUser, AbortReason.NotSpecified)],
        ];
        return [.. conversations.Select(pdus => pdus.SelectMany(pdu => pdu.Encode()).ToArray())];
    }

    private sealed class CountingObserver : DicomServerObserver
    {
        public Dictionary<ConnectionEndKind, int> Counts { get; } = [];

        public List<Exception> Faults { get; } = [];

        public override void Closed(long connectionId, RemotePeer peer, ConnectionEnd end) =>
            Counts[end.Kind] = Counts.GetValueOrDefault(end.Kind) + 1;

        public override void Faulted(long connectionId, RemotePeer peer, Exception failure) => Faults.Add(failure);
    }
}
