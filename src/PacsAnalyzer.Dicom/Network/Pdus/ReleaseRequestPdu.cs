namespace PacsAnalyzer.Dicom.Network;

/// <summary>A-RELEASE-RQ (PS3.8 section 9.3.6): four reserved bytes.</summary>
internal sealed class ReleaseRequestPdu : Pdu
{
    public override PduType Type => PduType.ReleaseRequest;

    public static ReleaseRequestPdu Decode(ReadOnlySpan<byte> body)
    {
        new PduReader(body).Skip(4, "reserved bytes");
        return new ReleaseRequestPdu();
    }

    protected override void WriteBody(PduWriter writer) => writer.WriteZeros(4);
}
