using System.Buffers;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Pooled bytes between transport and frames. Starts small (an idle connection costs little) and grows to what a checked length needs.</summary>
internal sealed class ReceiveBuffer : IDisposable
{
    private const int InitialSize = 4096;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;

    /// <summary>Bytes received and not consumed.</summary>
    public ReadOnlyMemory<byte> Filled => _bytes.AsMemory(_start, _end - _start);

    public int Count => _end - _start;

    /// <summary>Room to receive into; after <see cref="Reserve"/> never empty.</summary>
    public Memory<byte> Free => _bytes.AsMemory(_end);

    public void Advance(int count) => _end += count;

    public void Consume(int count)
    {
        _start += count;
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    /// <summary>
    /// Makes room to receive more of a frame of <paramref name="total"/> bytes. Memory follows what has arrived (at most
    /// doubled each time), not what a header claims.
    /// </summary>
    public void Reserve(int total)
    {
        total = Math.Max(Math.Min(total, Math.Max(2 * Count, InitialSize)), Count + 1);
        if (_bytes.Length - _start >= total && _end < _bytes.Length)
        {
            return;
        }

        if (_bytes.Length >= total)
        {
            Buffer.BlockCopy(_bytes, _start, _bytes, 0, Count);
        }
        else
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(total);
            Buffer.BlockCopy(_bytes, _start, larger, 0, Count);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        _end = Count;
        _start = 0;
    }

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        _start = _end = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
