using System.Collections.Concurrent;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>A node that takes CT images and echoes and remembers what came.</summary>
internal sealed class RecordingHandler : IAssociationHandler
{
    public static readonly NegotiationPolicy Policy = new()
    {
        CalledAeTitles = ["NODE"],
        AbstractSyntaxes = new Dictionary<string, AbstractSyntaxPolicy>
        {
            [NetworkUids.Verification] = new([NetworkUids.ImplicitVRLittleEndian]),
            [Sample.CtImageStorage] = new([Sample.ExplicitVRLittleEndian, NetworkUids.ImplicitVRLittleEndian]),
        },
    };

    public ConcurrentDictionary<string, byte[]> Stored { get; } = new();

    public ConcurrentQueue<StoreRequest> Requests { get; } = new();

    public ConcurrentQueue<ConnectionEnd> Ends { get; } = new();

    public int Aborted;

    /// <summary>Called at each step of a sink ("begin", "write", "complete"); may throw.</summary>
    public Func<string, Task> OnStep { get; set; } = _ => Task.CompletedTask;

    public Func<AssociateRequest, AssociationDecision> Decision { get; set; } = request => Negotiator.Negotiate(request, Policy);

    public AssociationDecision Decide(AssociateRequest request, RemotePeer peer) => Decision(request);

    public Task<DicomStatus> OnEchoAsync(AssociationInfo association, CancellationToken cancellationToken) => Task.FromResult(DicomStatus.Success);

    public async ValueTask<IStoreSink> BeginStoreAsync(StoreRequest request, AssociationInfo association, CancellationToken cancellationToken)
    {
        await OnStep("begin");
        Requests.Enqueue(request);
        return new Sink(this, request.SopInstanceUid);
    }

    public void OnClosed(AssociationInfo association, ConnectionEnd end) => Ends.Enqueue(end);

    private sealed class Sink(RecordingHandler owner, string uid) : IStoreSink
    {
        private readonly System.Buffers.ArrayBufferWriter<byte> _bytes = new();

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            await owner.OnStep("write");
            System.Buffers.BuffersExtensions.Write(_bytes, bytes.Span);
        }

        public async ValueTask<DicomStatus> CompleteAsync(CancellationToken cancellationToken)
        {
            await owner.OnStep("complete");
            owner.Stored[uid] = _bytes.WrittenSpan.ToArray();
            return DicomStatus.Success;
        }

        public ValueTask AbortAsync()
        {
            Interlocked.Increment(ref owner.Aborted);
            return ValueTask.CompletedTask;
        }
    }
}
