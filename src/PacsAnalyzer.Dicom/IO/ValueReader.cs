using System.Buffers.Binary;
using System.Globalization;

namespace PacsAnalyzer.Dicom;

/// <summary>Reads values, or leaves them where they are.</summary>
internal sealed class ValueReader(ByteSource source, DicomReadOptions options)
{
    private long _kept;

    /// <summary>Reads an element's value.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="vr">The VR to give it.</param>
    /// <param name="encoding">The layout.</param>
    /// <param name="characterSet">The character set that holds for it.</param>
    internal DicomElement Read(ElementHeader header, DicomVR vr, ElementEncoding encoding, DicomCharacterSet characterSet)
    {
        if (header.Length % 2 != 0 && !options.Forgives(DicomLeniency.OddLength))
        {
            throw new DicomReadException(header.Tag, header.Offset, "an even length", header.Length.ToString(CultureInfo.InvariantCulture));
        }

        if (vr.IsNumber && header.Length % vr.ValueSize != 0)
        {
            if (!options.Forgives(DicomLeniency.BrokenNumber))
            {
                throw new DicomReadException(
                    header.Tag, header.Offset, $"a length that {vr.ValueSize} divides for {vr}", header.Length.ToString(CultureInfo.InvariantCulture));
            }

            vr = DicomVR.UN;
        }

        IByteBuffer buffer = Keep(header, header.Tag.Group == 0x7FE0);
        if (encoding.IsBigEndian && vr.UnitSize > 1)
        {
            buffer = SwappedByteBuffer.Swap(buffer, vr.UnitSize);
        }

        return new DicomElement(header.Tag, vr, buffer, vr.IsCharacterString || vr == DicomVR.UN ? characterSet : DicomCharacterSet.Default);
    }

    internal IByteBuffer ReadFragment(ElementHeader header) => Keep(header, isPixelData: true);

    /// <summary>Reads a basic offset table; one that is no list of 32-bit numbers is left out.</summary>
    internal uint[] ReadOffsets(ElementHeader header)
    {
        if (header.Length / 4 > options.Limits.MaxElements)
        {
            throw new DicomReadException(header.Tag, header.Offset, $"an offset table of at most {options.Limits.MaxElements} frames", $"{header.Length / 4}");
        }

        byte[] bytes = ReadMemory(header);
        uint[] offsets = new uint[bytes.Length / 4];
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * 4));
        }

        return offsets;
    }

    private IByteBuffer Keep(ElementHeader header, bool isPixelData)
    {
        if (header.Length == 0)
        {
            return MemoryByteBuffer.Empty;
        }

        DicomReadLimits limits = options.Limits;
        if (source.RangeFactory is { } range && (isPixelData || header.Length > limits.MaxValueInMemory || _kept + header.Length > limits.MaxBytesKept))
        {
            long position = source.Position;
            long length = source.Length is { } end ? Math.Min(header.Length, end - position) : header.Length;
            if (length < header.Length || !source.TrySkip(length))
            {
                length = source.Length is null ? source.Position - position : length;
                Truncated(header, length);
                source.TrySkip(length - (source.Position - position));
            }

            return range(position, length);
        }

        return new MemoryByteBuffer(ReadMemory(header));
    }

    private byte[] ReadMemory(ElementHeader header)
    {
        if (source.Length is { } end && header.Length > end - source.Position)
        {
            Truncated(header, end - source.Position);
        }

        _kept += header.Length;
        if (_kept > options.Limits.MaxStreamBytes || header.Length > Array.MaxLength)
        {
            throw new DicomReadException(
                header.Tag, header.Offset, $"at most {options.Limits.MaxStreamBytes} bytes of values in memory", $"{_kept}");
        }

        byte[] bytes = source.ReadUpTo(header.Length);
        if (bytes.Length < header.Length)
        {
            Truncated(header, bytes.Length);
        }

        return bytes;
    }

    private void Truncated(ElementHeader header, long found)
    {
        if (!options.Forgives(DicomLeniency.TruncatedValue))
        {
            throw new DicomReadException(header.Tag, header.Offset, $"a value of {header.Length} bytes", $"the end after {found}");
        }
    }
}
