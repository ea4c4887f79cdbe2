namespace PacsAnalyzer.Dicom;

/// <summary>A value that stays in its file until it is asked for. The file is opened for each access, so it must stay where it is.</summary>
/// <param name="path">The file.</param>
/// <param name="offset">Where the value begins, in bytes from the start of the file.</param>
/// <param name="length">How long it is, in bytes.</param>
public sealed class FileRangeByteBuffer(string path, long offset, long length) : IByteBuffer
{
    /// <summary>The file that holds the value.</summary>
    public string Path { get; } = path;

    /// <summary>Where the value begins in the file.</summary>
    public long Offset { get; } = offset;

    /// <inheritdoc/>
    public long Length { get; } = length;

    /// <inheritdoc/>
    public bool IsMemory => false;

    /// <inheritdoc/>
    public byte[] GetBytes()
    {
        ByteBufferLimits.RequireArray(Length);
        using Stream stream = OpenStream();
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)Length);
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public Stream OpenStream()
    {
        FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length < Offset + Length)
        {
            file.Dispose();
            throw new EndOfStreamException($"{Path} ends before the value at byte {Offset} does: it was changed since it was read.");
        }

        return new RangeStream(file, Offset, Length);
    }
}
