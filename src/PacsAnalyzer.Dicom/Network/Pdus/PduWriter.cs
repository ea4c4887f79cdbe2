using System.Buffers.Binary;
using System.Text;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Builds the small PDUs: big endian numbers, ASCII text, lengths patched afterwards.</summary>
internal sealed class PduWriter
{
    private byte[] _buffer = new byte[512];
    private int _length;

    public void WriteByte(byte value) => Take(1)[0] = value;

    public void WriteUInt16(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Take(2), value);

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Take(4), value);

    public void WriteZeros(int count) => Take(count).Clear();

    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void WriteAscii(string text) => Encoding.ASCII.GetBytes(text, Take(text.Length));

    /// <summary>An AE title in its fixed 16 bytes, padded with spaces (PS3.8 section 9.3.2).</summary>
    public void WriteAeTitle(string title)
    {
        Span<byte> field = Take(16);
        field.Fill((byte)' ');
        Encoding.ASCII.GetBytes(title.AsSpan(0, Math.Min(title.Length, 16)), field);
    }

    /// <summary>An item whose value is one text.</summary>
    public void WriteTextItem(byte type, string text)
    {
        int item = BeginItem(type);
        WriteAscii(text);
        EndItem(item);
    }

    /// <summary>Type, reserved byte and room for the length of an item; give the result to <see cref="EndItem"/>.</summary>
    public int BeginItem(byte type)
    {
        WriteByte(type);
        WriteByte(0);
        return ReserveUInt16();
    }

    public void EndItem(int position) => PatchUInt16(position);

    public int ReserveUInt16()
    {
        WriteUInt16(0);
        return _length - 2;
    }

    public void PatchUInt16(int position) =>
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(position), checked((ushort)(_length - position - 2)));

    public int ReserveUInt32()
    {
        WriteUInt32(0);
        return _length - 4;
    }

    public void PatchUInt32(int position) =>
        BinaryPrimitives.WriteUInt32BigEndian(_buffer.AsSpan(position), (uint)(_length - position - 4));

    public byte[] ToArray() => _buffer.AsSpan(0, _length).ToArray();

    private Span<byte> Take(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }

        Span<byte> span = _buffer.AsSpan(_length, count);
        _length += count;
        return span;
    }
}
