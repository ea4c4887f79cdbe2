using System.Net;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>A transport whose other end is the test.</summary>
internal sealed class MemoryTransport : IUpperLayerTransport
{
    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _chunks = new();
    private readonly List<byte> _sent = [];
    private TaskCompletionSource? _waiting;
    private bool _isEnded;

    public RemotePeer Peer { get; } = new(IPAddress.Loopback, 104);

    public bool IsClosed { get; private set; }

    public bool FailsToWrite { get; set; }

    public bool BlocksWrites { get; set; }

    public byte[] Sent => [.. _sent];

    /// <summary>What the peer sends.</summary>
    public void Push(params byte[] bytes) => Feed(() => _chunks.Enqueue(bytes));

    public void Push(Pdu pdu) => Push(pdu.Encode());

    /// <summary>The peer closes.</summary>
    public void End() => Feed(() => _isEnded = true);

    /// <summary>The PDUs sent so far, decoded.</summary>
    public List<Pdu> SentPdus()
    {
        var result = new List<Pdu>();
        ReadOnlyMemory<byte> rest = Sent;
        while (!rest.IsEmpty)
        {
            PduHeader header = PduHeader.Read(rest.Span);
            result.Add(PduDecoder.Decode(header.Type, rest.Slice(PduHeader.Size, (int)header.Length)));
            rest = rest[(PduHeader.Size + (int)header.Length)..];
        }

        return result;
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (_gate)
            {
                if (_chunks.TryPeek(out byte[]? chunk))
                {
                    int taken = Math.Min(chunk.Length, buffer.Length);
                    chunk.AsSpan(0, taken).CopyTo(buffer.Span);
                    _chunks.Dequeue();
                    if (taken < chunk.Length)
                    {
                        byte[][] later = [chunk[taken..], .. _chunks];
                        _chunks.Clear();
                        Array.ForEach(later, _chunks.Enqueue);
                    }

                    return taken;
                }

                if (_isEnded || IsClosed)
                {
                    return 0;
                }

                _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                wait = _waiting.Task;
            }

            await wait.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (FailsToWrite)
        {
            throw new IOException("broken pipe");
        }

        if (BlocksWrites)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        _sent.AddRange(bytes.Span);
    }

    public void DiscardPending()
    {
        lock (_gate)
        {
            _chunks.Clear();
        }
    }

    public ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }

    private void Feed(Action change)
    {
        lock (_gate)
        {
            change();
            _waiting?.TrySetResult();
            _waiting = null;
        }
    }
}
