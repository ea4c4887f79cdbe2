namespace PacsAnalyzer.Dicom;

/// <summary>A value of a deflated file: inflated again when it is asked for, so that it need not be in memory.</summary>
/// <param name="path">The file.</param>
/// <param name="dataset">Where the deflated data set begins in the file.</param>
/// <param name="offset">Where the value begins in the inflated data set.</param>
/// <param name="length">The value's length.</param>
internal sealed class InflatedRangeByteBuffer(string path, long dataset, long offset, long length) : IByteBuffer
{
    public long Length => length;

    public bool IsMemory => false;

    public byte[] GetBytes()
    {
        ByteBufferLimits.RequireArray(length);
        using Stream stream = OpenStream();
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)length);
        stream.ReadExactly(bytes);
        return bytes;
    }

    public Stream OpenStream()
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = dataset;
        InflatingStream inflated = new(file, offset + length, leaveOpen: false);
        try
        {
            byte[] skipped = new byte[64 * 1024];
            for (long left = offset; left > 0;)
            {
                int read = inflated.Read(skipped.AsSpan(0, (int)Math.Min(left, skipped.Length)));
                if (read == 0)
                {
                    throw new EndOfStreamException($"{path} ends before the value does: it was changed since it was read.");
                }

                left -= read;
            }

            return new HeadStream(inflated, length);
        }
        catch
        {
            inflated.Dispose();
            throw;
        }
    }
}
