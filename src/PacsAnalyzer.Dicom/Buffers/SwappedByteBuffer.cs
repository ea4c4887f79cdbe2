namespace PacsAnalyzer.Dicom;

/// <summary>A value on disk in the other byte order.</summary>
internal sealed class SwappedByteBuffer : IByteBuffer
{
    private readonly IByteBuffer _inner;
    private readonly int _unit;

    private SwappedByteBuffer(IByteBuffer inner, int unit)
    {
        _inner = inner;
        _unit = unit;
    }

    public long Length => _inner.Length;

    public bool IsMemory => false;

    public byte[] GetBytes()
    {
        byte[] bytes = _inner.GetBytes();
        ByteOrder.Swap(bytes, _unit);
        return bytes;
    }

    public Stream OpenStream() => new SwappingStream(_inner.OpenStream(), _unit);

    /// <summary>Turns a value round: at once in memory, when it is asked for on disk.</summary>
    internal static IByteBuffer Swap(IByteBuffer buffer, int unit)
    {
        if (!buffer.IsMemory)
        {
            return new SwappedByteBuffer(buffer, unit);
        }

        ByteOrder.Swap(buffer.GetBytes(), unit);
        return buffer;
    }
}
