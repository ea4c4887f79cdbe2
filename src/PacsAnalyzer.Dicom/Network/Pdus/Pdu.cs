namespace PacsAnalyzer.Dicom.Network;

/// <summary>One protocol data unit (PS3.8 section 9.3). Each type is a sealed class that decodes and encodes itself.</summary>
internal abstract class Pdu
{
    /// <summary>The type in the first byte of the frame.</summary>
    public abstract PduType Type { get; }

    /// <summary>Writes what follows the six bytes of the frame's header.</summary>
    /// <param name="writer">Where to.</param>
    protected abstract void WriteBody(PduWriter writer);

    /// <summary>The whole frame: type, reserved byte, length, body.</summary>
    public byte[] Encode()
    {
        var writer = new PduWriter();
        writer.WriteByte((byte)Type);
        writer.WriteByte(0);
        int length = writer.ReserveUInt32();
        WriteBody(writer);
        writer.PatchUInt32(length);
        return writer.ToArray();
    }
}
