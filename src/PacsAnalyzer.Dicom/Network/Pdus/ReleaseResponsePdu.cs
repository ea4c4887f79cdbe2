namespace PacsAnalyzer.Dicom.Network;

/// <summary>A-RELEASE-RP (PS3.8 section 9.3.7): four reserved bytes.</summary>
internal sealed class ReleaseResponsePdu : Pdu
{
    public override PduType Type => PduType.ReleaseResponse;

    public static ReleaseResponsePdu Decode(ReadOnlySpan<byte> body)
    {
        new PduReader(body).Skip(4, "reserved bytes");
        return new ReleaseResponsePdu();
    }

    protected override void WriteBody(PduWriter writer) => writer.WriteZeros(4);
}
