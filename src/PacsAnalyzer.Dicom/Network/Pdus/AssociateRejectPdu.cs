namespace PacsAnalyzer.Dicom.Network;

/// <summary>A-ASSOCIATE-RJ (PS3.8 section 9.3.4).</summary>
internal sealed class AssociateRejectPdu(Rejection rejection) : Pdu
{
    public override PduType Type => PduType.AssociateReject;

    public Rejection Rejection { get; } = rejection;

    public static AssociateRejectPdu Decode(ReadOnlySpan<byte> body)
    {
        var reader = new PduReader(body);
        reader.Skip(1, "reserved byte");
        var rejection = new Rejection(
            (RejectResult)reader.ReadByte("result"), (RejectSource)reader.ReadByte("source"), reader.ReadByte("reason"));
        return new AssociateRejectPdu(rejection);
    }

    protected override void WriteBody(PduWriter writer)
    {
        writer.WriteByte(0);
        writer.WriteByte((byte)Rejection.Result);
        writer.WriteByte((byte)Rejection.Source);
        writer.WriteByte(Rejection.Reason);
    }
}
