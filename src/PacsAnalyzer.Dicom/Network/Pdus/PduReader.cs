using System.Buffers.Binary;
using System.Text;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Reads fields of a framed PDU; whatever would pass the end of the frame or of its item is refused.</summary>
internal ref struct PduReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    public readonly int Remaining => _rest.Length;

    public byte ReadByte(string field) => ReadBytes(1, field)[0];

    public ushort ReadUInt16(string field) => BinaryPrimitives.ReadUInt16BigEndian(ReadBytes(2, field));

    public uint ReadUInt32(string field) => BinaryPrimitives.ReadUInt32BigEndian(ReadBytes(4, field));

    public void Skip(int count, string field) => ReadBytes(count, field);

    public ReadOnlySpan<byte> ReadBytes(int count, string field)
    {
        if (count > _rest.Length)
        {
            throw new PduFormatException(
                AbortReason.InvalidParameterValue, $"{field} needs {count} bytes where {_rest.Length} are left");
        }

        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public ReadOnlySpan<byte> ReadRest()
    {
        ReadOnlySpan<byte> taken = _rest;
        _rest = default;
        return taken;
    }

    /// <summary>Sixteen bytes, leading and trailing spaces (and the zeros of some peers) not significant.</summary>
    public string ReadAeTitle(string field) => Text(ReadBytes(16, field));

    /// <summary>The rest as text: UIDs and names, padding removed.</summary>
    public string ReadText() => Text(ReadRest());

    /// <summary>An item: its type, and a reader confined to its value.</summary>
    public PduReader ReadItem(out byte type)
    {
        type = ReadByte("item type");
        Skip(1, "item's reserved byte");
        int length = ReadUInt16("item length");
        return new PduReader(ReadBytes(length, $"item 0x{type:X2}"));
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        // Latin-1 keeps one character a byte, so that a title with forbidden bytes is seen as such and never matches.
        return Encoding.Latin1.GetString(bytes).Trim(' ', '\0');
    }
}
