using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom;

/// <summary>Reads tags and headers of elements (PS3.5 section 7.1).</summary>
internal sealed class HeaderReader(ByteSource source, DicomReadOptions options)
{
    /// <summary>The tag that comes next; null where fewer than eight bytes are left.</summary>
    internal DicomTag? PeekTag(ElementEncoding encoding)
    {
        ReadOnlySpan<byte> bytes = source.Peek(8);
        return bytes.Length < 8 ? null : Tag(bytes, encoding);
    }

    /// <summary>Reads an item's or delimiter's header, which has no VR in any syntax (PS3.5 section 7.5).</summary>
    internal ElementHeader ReadDelimiter(ElementEncoding encoding)
    {
        ReadOnlySpan<byte> bytes = source.Peek(8);
        ElementHeader header = new(Tag(bytes, encoding), DicomVR.UN, UInt32(bytes[4..], encoding), source.Position);
        source.Advance(8);
        return header;
    }

    /// <summary>Reads an element's header.</summary>
    /// <param name="encoding">The layout.</param>
    /// <param name="target">The data set it goes to, from which an ambiguous VR follows.</param>
    /// <param name="end">Where the data set must end; <see cref="long.MaxValue"/> where that is not known.</param>
    internal ElementHeader Read(ElementEncoding encoding, DicomDataset target, long end)
    {
        long offset = source.Position;
        ReadOnlySpan<byte> bytes = source.Peek(12);
        DicomTag tag = Tag(bytes, encoding);
        uint length = UInt32(bytes[4..], encoding);
        if (!encoding.IsExplicit)
        {
            source.Advance(8);
            return new ElementHeader(tag, target.ChooseVR(tag) ?? DicomVR.UN, length, offset);
        }

        DicomVR? vr = DicomVR.Find(bytes[4], bytes[5]);
        if (vr is { HasLongLength: false })
        {
            length = UInt16(bytes[6..], encoding);
            source.Advance(8);
            return new ElementHeader(tag, vr, length, offset);
        }

        if (vr is not null)
        {
            return ReadLong(bytes, tag, vr, offset, encoding);
        }

        if (!options.Forgives(DicomLeniency.UnknownVR))
        {
            throw new DicomReadException(tag, offset, "a value representation of PS3.5 section 6.2", Show(bytes.Slice(4, 2)));
        }

        DicomVR chosen = target.ChooseVR(tag) ?? DicomVR.UN;
        long left = Math.Min(end, source.Length ?? long.MaxValue) - offset - 8;
        bool letters = bytes[4] is >= (byte)'A' and <= (byte)'Z' && bytes[5] is >= (byte)'A' and <= (byte)'Z';
        if (letters && bytes[6] == 0 && bytes[7] == 0)
        {
            // A VR of the future has the long form (PS3.5 section 6.2.2 note).
            return ReadLong(bytes, tag, DicomVR.UN, offset, encoding);
        }

        // Not letters: most likely implicit VR; where its length cannot be, the short form.
        source.Advance(8);
        bool isImplicit = !letters && (length <= left || (length == ElementHeader.Undefined && chosen == DicomVR.SQ));
        return new ElementHeader(tag, chosen, isImplicit ? length : UInt16(bytes[6..], encoding), offset);
    }

    private static DicomTag Tag(ReadOnlySpan<byte> bytes, ElementEncoding encoding) =>
        new(UInt16(bytes, encoding), UInt16(bytes[2..], encoding));

    private static ushort UInt16(ReadOnlySpan<byte> bytes, ElementEncoding encoding) => encoding.IsBigEndian
        ? BinaryPrimitives.ReadUInt16BigEndian(bytes)
        : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, ElementEncoding encoding) => encoding.IsBigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
        : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static string Show(ReadOnlySpan<byte> bytes) => $"the bytes {Convert.ToHexString(bytes)}";

    private ElementHeader ReadLong(ReadOnlySpan<byte> bytes, DicomTag tag, DicomVR vr, long offset, ElementEncoding encoding)
    {
        if (bytes.Length < 12)
        {
            throw new DicomReadException(tag, offset, $"a header of 12 bytes for {vr}", $"the end after {bytes.Length}");
        }

        source.Advance(12);
        return new ElementHeader(tag, vr, UInt32(bytes[8..], encoding), offset);
    }
}
