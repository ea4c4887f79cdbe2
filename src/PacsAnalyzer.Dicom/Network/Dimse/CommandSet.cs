using System.Buffers.Binary;
using System.Text;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>A command set: elements of group 0000 in implicit VR little endian (PS3.7 section 6.3), a few dozen bytes each way.</summary>
internal sealed class CommandSet
{
    /// <summary>Command Data Set Type: no data set follows (PS3.7 annex E.1).</summary>
    public const ushort NoDataSet = 0x0101;

    /// <summary>Command Data Set Type: a data set follows (any other value; this one is customary).</summary>
    public const ushort DataSetFollows = 0x0001;

    private readonly SortedDictionary<ushort, byte[]> _elements = [];

    /// <summary>Command Field; 0 where absent.</summary>
    public ushort Field => GetUInt16(CommandElement.CommandField) ?? 0;

    /// <summary>Message ID of a request.</summary>
    public ushort MessageId => GetUInt16(CommandElement.MessageId) ?? 0;

    /// <summary>A data set follows the command.</summary>
    public bool HasDataSet => (GetUInt16(CommandElement.CommandDataSetType) ?? NoDataSet) != NoDataSet;

    /// <summary>Status of a response; null where absent.</summary>
    public ushort? Status => GetUInt16(CommandElement.Status);

    /// <summary>Decodes.</summary>
    /// <exception cref="CommandFormatException">The only exception that foreign bytes cause.</exception>
    public static CommandSet Decode(ReadOnlySpan<byte> bytes)
    {
        var result = new CommandSet();
        while (!bytes.IsEmpty)
        {
            if (bytes.Length < 8)
            {
                throw new CommandFormatException($"a command element needs 8 bytes, {bytes.Length} are left");
            }

            ushort group = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            ushort element = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            if (group != 0)
            {
                throw new CommandFormatException($"group {group:X4} in a command set");
            }

            if (length > (uint)bytes.Length - 8)
            {
                throw new CommandFormatException($"element (0000,{element:X4}) claims {length} bytes, {bytes.Length - 8} are left");
            }

            if (element != CommandElement.GroupLength)
            {
                result._elements[element] = bytes.Slice(8, (int)length).ToArray();
            }

            bytes = bytes[(8 + (int)length)..];
        }

        if (result.GetUInt16(CommandElement.CommandField) is null)
        {
            throw new CommandFormatException("a command set without Command Field (0000,0100)");
        }

        return result;
    }

    /// <summary>Encodes, group length first.</summary>
    public byte[] Encode()
    {
        int length = _elements.Values.Sum(value => 8 + value.Length);
        byte[] bytes = new byte[12 + length];
        Span<byte> rest = bytes;
        BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[8..], (uint)length);
        rest = rest[12..];
        foreach ((ushort element, byte[] value) in _elements)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(rest[2..], element);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], (uint)value.Length);
            value.CopyTo(rest[8..]);
            rest = rest[(8 + value.Length)..];
        }

        return bytes;
    }

    public bool Contains(ushort element) => _elements.ContainsKey(element);

    public ushort? GetUInt16(ushort element) =>
        _elements.TryGetValue(element, out byte[]? value) && value.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(value) : null;

    /// <summary>Text or UID without padding; null where absent or empty.</summary>
    public string? GetText(ushort element) =>
        _elements.TryGetValue(element, out byte[]? value) && Encoding.Latin1.GetString(value).Trim(' ', '\0') is { Length: > 0 } text ? text : null;

    public CommandSet Set(ushort element, ushort value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        _elements[element] = bytes;
        return this;
    }

    /// <summary>A UID, padded with a zero byte (PS3.5 section 9.1). Null or empty leaves the element out.</summary>
    public CommandSet SetUid(ushort element, string? value) => SetPadded(element, value, 0);

    /// <summary>A text, padded with a space. Null or empty leaves the element out.</summary>
    public CommandSet SetText(ushort element, string? value) => SetPadded(element, value, (byte)' ');

    private CommandSet SetPadded(ushort element, string? value, byte pad)
    {
        if (!string.IsNullOrEmpty(value))
        {
            byte[] bytes = new byte[(value.Length + 1) & ~1];
            bytes[^1] = pad;
            Encoding.ASCII.GetBytes(value, bytes);
            _elements[element] = bytes;
        }

        return this;
    }
}
