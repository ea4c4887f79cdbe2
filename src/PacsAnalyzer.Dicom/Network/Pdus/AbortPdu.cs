namespace PacsAnalyzer.Dicom.Network;

/// <summary>A-ABORT (PS3.8 section 9.3.8).</summary>
internal sealed class AbortPdu(AbortSource source, AbortReason reason) : Pdu
{
    public override PduType Type => PduType.Abort;

    public AbortSource Source { get; } = source;

    /// <summary>Not significant where a service user aborts.</summary>
    public AbortReason Reason { get; } = reason;

    public static AbortPdu Decode(ReadOnlySpan<byte> body)
    {
        var reader = new PduReader(body);
        reader.Skip(2, "reserved bytes");
        return new AbortPdu((AbortSource)reader.ReadByte("source"), (AbortReason)reader.ReadByte("reason"));
    }

    protected override void WriteBody(PduWriter writer)
    {
        writer.WriteZeros(2);
        writer.WriteByte((byte)Source);
        writer.WriteByte((byte)Reason);
    }
}
