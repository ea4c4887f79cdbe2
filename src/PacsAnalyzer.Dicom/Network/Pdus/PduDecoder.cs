namespace PacsAnalyzer.Dicom.Network;

/// <summary>Framed bytes to a PDU: pure, no allocation that the frame's own length does not bound.</summary>
internal static class PduDecoder
{
    /// <summary>Decodes a body whose header has passed <see cref="PduHeader.Check"/>.</summary>
    /// <exception cref="PduFormatException">The only exception that foreign bytes cause.</exception>
    public static Pdu Decode(byte type, ReadOnlyMemory<byte> body) => (PduType)type switch
    {
        PduType.AssociateRequest => AssociateRequestPdu.Decode(body.Span),
        PduType.AssociateAccept => AssociateAcceptPdu.Decode(body.Span),
        PduType.AssociateReject => AssociateRejectPdu.Decode(body.Span),
        PduType.DataTransfer => DataTransferPdu.Decode(body),
        PduType.ReleaseRequest => ReleaseRequestPdu.Decode(body.Span),
        PduType.ReleaseResponse => ReleaseResponsePdu.Decode(body.Span),
        PduType.Abort => AbortPdu.Decode(body.Span),
        _ => throw new PduFormatException(AbortReason.UnrecognizedPdu, $"PDU type 0x{type:X2} is unknown"),
    };
}
