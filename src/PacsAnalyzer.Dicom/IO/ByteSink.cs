using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom;

/// <summary>Writes numbers of one byte order to a stream through a buffer.</summary>
internal sealed class ByteSink(Stream stream, bool isBigEndian)
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _count;

    internal void UInt16(ushort value)
    {
        Span<byte> target = Reserve(2);
        if (isBigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(target, value);
        }
    }

    internal void UInt32(uint value)
    {
        Span<byte> target = Reserve(4);
        if (isBigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(target, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target, value);
        }
    }

    internal void Byte(byte value) => Reserve(1)[0] = value;

    internal void Tag(DicomTag tag)
    {
        UInt16(tag.Group);
        UInt16(tag.Element);
    }

    /// <summary>Writes a value, which is little endian, in the byte order of this sink.</summary>
    internal void Value(ReadOnlySpan<byte> bytes, int unit)
    {
        while (bytes.Length > 0)
        {
            if (_count > _buffer.Length - 8)
            {
                Flush();
            }

            // Whole units, so that each can be turned round; only the last part may end in a piece of one.
            int room = (_buffer.Length - _count) / 8 * 8;
            int count = Math.Min(room, bytes.Length);
            Span<byte> target = Reserve(count);
            bytes[..count].CopyTo(target);
            if (isBigEndian && unit > 1)
            {
                ByteOrder.Swap(target, unit);
            }

            bytes = bytes[count..];
        }
    }

    internal void Value(Stream value, int unit)
    {
        byte[] chunk = new byte[64 * 1024];
        int read;
        while ((read = value.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false)) > 0)
        {
            Value(chunk.AsSpan(0, read), unit);
        }
    }

    internal void Flush()
    {
        stream.Write(_buffer, 0, _count);
        _count = 0;
    }

    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _count < count)
        {
            Flush();
        }

        _count += count;
        return _buffer.AsSpan(_count - count, count);
    }
}
