using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// P-DATA-TF (PS3.8 section 9.3.5): presentation data values over a frame's bytes. Values are read one by one with
/// <see cref="TryRead"/>, without copies; the class serves what is not on the hot path.
/// </summary>
internal sealed class DataTransferPdu : Pdu
{
    /// <summary>Bytes before a fragment: item length, context id, message control header.</summary>
    public const int ValueHeaderSize = 6;

    public override PduType Type => PduType.DataTransfer;

    public IReadOnlyList<PresentationDataValue> Values { get; init; } = [];

    /// <summary>Takes the next value off the front of <paramref name="rest"/>.</summary>
    /// <returns>False at the end of the frame.</returns>
    /// <exception cref="PduFormatException">A length that passes the frame, or too short for its header.</exception>
    public static bool TryRead(ref ReadOnlyMemory<byte> rest, out PresentationDataValue value)
    {
        if (rest.IsEmpty)
        {
            value = default;
            return false;
        }

        if (rest.Length < ValueHeaderSize)
        {
            throw new PduFormatException(
                AbortReason.InvalidParameterValue, $"a presentation data value needs {ValueHeaderSize} bytes, {rest.Length} are left");
        }

        ReadOnlySpan<byte> head = rest.Span;
        uint length = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (length < 2 || length > (uint)rest.Length - 4)
        {
            throw new PduFormatException(
                AbortReason.InvalidParameterValue, $"a presentation data value of {length} bytes where {rest.Length - 4} are left");
        }

        value = new PresentationDataValue(head[4], head[5], rest[ValueHeaderSize..(int)(length + 4)]);
        rest = rest[(int)(length + 4)..];
        return true;
    }

    public static DataTransferPdu Decode(ReadOnlyMemory<byte> body)
    {
        var values = new List<PresentationDataValue>();
        while (TryRead(ref body, out PresentationDataValue value))
        {
            values.Add(value);
        }

        if (values.Count == 0)
        {
            throw new PduFormatException(AbortReason.InvalidParameterValue, "a P-DATA-TF without a presentation data value");
        }

        return new DataTransferPdu { Values = values };
    }

    /// <summary>Writes a value's header.</summary>
    public static void WriteValueHeader(Span<byte> destination, byte contextId, byte control, int fragmentLength)
    {
        BinaryPrimitives.WriteUInt32BigEndian(destination, (uint)fragmentLength + 2);
        destination[4] = contextId;
        destination[5] = control;
    }

    protected override void WriteBody(PduWriter writer)
    {
        foreach (PresentationDataValue value in Values)
        {
            writer.WriteUInt32((uint)value.Fragment.Length + 2);
            writer.WriteByte(value.ContextId);
            writer.WriteByte(value.Control);
            writer.WriteBytes(value.Fragment.Span);
        }
    }
}
