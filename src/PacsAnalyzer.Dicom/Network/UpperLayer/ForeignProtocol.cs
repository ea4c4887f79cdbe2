namespace PacsAnalyzer.Dicom.Network;

/// <summary>Recognises what a peer speaks when it does not speak DICOM, from its first bytes.</summary>
internal static class ForeignProtocol
{
    /// <summary>No DICOM peer starts with a byte that is no PDU type.</summary>
    public static bool IsForeign(byte first) => first is < (byte)PduType.AssociateRequest or > (byte)PduType.Abort;

    /// <summary>A name for what was received.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0x14 or 0x15 or 0x16 or 0x17, 0x03, ..] || bytes is [0x15 or 0x16])
        {
            return "TLS on a connection without TLS";
        }

        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 4)];
        if (head.SequenceEqual("GET "u8) || head.SequenceEqual("POST"u8) || head.SequenceEqual("HEAD"u8)
            || head.SequenceEqual("PUT "u8) || head.SequenceEqual("OPTI"u8) || head.SequenceEqual("PRI "u8) || head.SequenceEqual("HTTP"u8))
        {
            return "HTTP on a DICOM connection";
        }

        return $"bytes that are no DICOM (first byte 0x{bytes[0]:X2})";
    }
}
