namespace PacsAnalyzer.Dicom;

/// <summary>A value in memory.</summary>
/// <param name="bytes">The bytes; not copied.</param>
public sealed class MemoryByteBuffer(byte[] bytes) : IByteBuffer
{
    /// <summary>No bytes.</summary>
    public static readonly MemoryByteBuffer Empty = new([]);

    private readonly byte[] _bytes = bytes ?? throw new ArgumentNullException(nameof(bytes));

    /// <inheritdoc/>
    public long Length => _bytes.Length;

    /// <inheritdoc/>
    public bool IsMemory => true;

    /// <inheritdoc/>
    public byte[] GetBytes() => _bytes;

    /// <inheritdoc/>
    public Stream OpenStream() => new MemoryStream(_bytes, writable: false);
}
