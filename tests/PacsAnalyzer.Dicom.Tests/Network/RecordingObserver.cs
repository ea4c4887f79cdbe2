using System.Threading.Channels;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>Lets a test wait for the end of connections instead of sleeping.</summary>
internal sealed class RecordingObserver : DicomServerObserver
{
    private readonly Channel<ConnectionEnd> _ends = Channel.CreateUnbounded<ConnectionEnd>();
    private readonly Channel<string> _tlsFailures = Channel.CreateUnbounded<string>();

    public List<Exception> Faults { get; } = [];

    public int RefusedCount;

    public async Task<ConnectionEnd> NextEndAsync() => await _ends.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public async Task<string> NextTlsFailureAsync() => await _tlsFailures.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public override void Closed(long connectionId, RemotePeer peer, ConnectionEnd end) => _ends.Writer.TryWrite(end);

    public override void TlsFailed(long connectionId, RemotePeer peer, string reason) => _tlsFailures.Writer.TryWrite(reason);

    public override void Refused(RemotePeer peer) => Interlocked.Increment(ref RefusedCount);

    public override void Faulted(long connectionId, RemotePeer peer, Exception failure)
    {
        lock (Faults)
        {
            Faults.Add(failure);
        }
    }
}
