using System.Buffers;
using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// Cuts messages into P-DATA-TF frames of the peer's size in one pooled buffer, one value a frame, and sends whole frames.
/// A command and the start of its data set leave in one write.
/// </summary>
internal sealed class DimseWriter : IDisposable
{
    private const int FrameHeaderSize = PduHeader.Size + DataTransferPdu.ValueHeaderSize;

    /// <summary>Smallest maximum length (PS3.8 annex D.1) that still carries two bytes of a message.</summary>
    public const int SmallestPeerLength = DataTransferPdu.ValueHeaderSize + 2;

    private readonly UpperLayer _layer;
    private byte[] _buffer;
    private readonly int _fragmentSize;
    private int _used;

    /// <param name="layer">Where to.</param>
    /// <param name="peerMaximumLength">The peer's maximum length; 0 = no limit.</param>
    /// <param name="ownMaximumLength">Largest body this node sends.</param>
    public DimseWriter(UpperLayer layer, uint peerMaximumLength, int ownMaximumLength)
    {
        _layer = layer;
        long body = peerMaximumLength == 0 ? ownMaximumLength : Math.Min(peerMaximumLength, (uint)ownMaximumLength);
        // Even fragments (PS3.8 annex F asks for it of the last; some peers of all).
        _fragmentSize = Math.Max(2, (int)(body - DataTransferPdu.ValueHeaderSize) & ~1);
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(16 * 1024, FrameHeaderSize + _fragmentSize + 1024));
    }

    /// <summary>Queues a command set; <see cref="FlushAsync"/> or the data set sends it.</summary>
    public async ValueTask WriteCommandAsync(byte contextId, CommandSet command, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> rest = command.Encode();
        do
        {
            int take = Math.Min(rest.Length, _fragmentSize);
            await ReserveAsync(FrameHeaderSize + take, cancellationToken);
            rest.Span[..take].CopyTo(_buffer.AsSpan(_used + FrameHeaderSize));
            rest = rest[take..];
            Frame(contextId, (byte)(PresentationDataValue.CommandBit | (rest.IsEmpty ? PresentationDataValue.LastBit : 0)), take);
        }
        while (!rest.IsEmpty);
    }

    /// <summary>Sends a data set of <paramref name="length"/> bytes from a stream, straight into frames.</summary>
    /// <exception cref="EndOfStreamException">The stream is shorter than announced; the association must be aborted.</exception>
    public async ValueTask WriteDataAsync(
        byte contextId, Stream source, long length, Action<long>? progress, CancellationToken cancellationToken)
    {
        long done = 0;
        do
        {
            int wanted = (int)Math.Min(length - done, _fragmentSize);
            // What follows a command still fits behind it in the same write.
            if (_used + FrameHeaderSize + wanted + 1 > _buffer.Length)
            {
                await FlushAsync(cancellationToken);
            }

            await source.ReadExactlyAsync(_buffer.AsMemory(_used + FrameHeaderSize, wanted), cancellationToken);
            done += wanted;
            if (wanted % 2 != 0)
            {
                // Only the last one can be odd: a deflated data set, which PS3.5 annex A.5 pads with a zero byte.
                _buffer[_used + FrameHeaderSize + wanted++] = 0;
            }

            Frame(contextId, done == length ? PresentationDataValue.LastBit : (byte)0, wanted);
            await FlushAsync(cancellationToken);
            progress?.Invoke(done);
        }
        while (done < length);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_used > 0)
        {
            int used = _used;
            _used = 0;
            await _layer.SendAsync(_buffer.AsMemory(0, used), cancellationToken);
        }
    }

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private ValueTask ReserveAsync(int count, CancellationToken cancellationToken) =>
        _used + count > _buffer.Length ? FlushAsync(cancellationToken) : ValueTask.CompletedTask;

    private void Frame(byte contextId, byte control, int fragmentLength)
    {
        Span<byte> header = _buffer.AsSpan(_used);
        header[0] = (byte)PduType.DataTransfer;
        header[1] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(header[2..], (uint)(DataTransferPdu.ValueHeaderSize + fragmentLength));
        DataTransferPdu.WriteValueHeader(header[PduHeader.Size..], contextId, control, fragmentLength);
        _used += FrameHeaderSize + fragmentLength;
    }
}
