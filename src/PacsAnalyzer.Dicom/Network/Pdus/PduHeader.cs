using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>The six bytes that open each PDU: type, reserved, length of what follows (PS3.8 section 9.3.1).</summary>
/// <param name="Type">As received; not yet known to be one of the seven.</param>
/// <param name="Length">Bytes that follow the header.</param>
internal readonly record struct PduHeader(byte Type, uint Length)
{
    /// <summary>Bytes of a header.</summary>
    public const int Size = 6;

    /// <summary>Reads a header from at least <see cref="Size"/> bytes.</summary>
    public static PduHeader Read(ReadOnlySpan<byte> bytes) => new(bytes[0], BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]));

    /// <summary>Checks type and length before anything is allocated for the body.</summary>
    /// <param name="limits">What the connection takes.</param>
    /// <exception cref="PduFormatException">Unknown type, or a length that its type or the limits forbid.</exception>
    public void Check(PduLimits limits)
    {
        uint most = Type switch
        {
            (byte)PduType.AssociateRequest or (byte)PduType.AssociateAccept => (uint)limits.MaxAssociateLength,
            (byte)PduType.DataTransfer => (uint)limits.MaxDataLength,
            >= (byte)PduType.AssociateReject and <= (byte)PduType.Abort => 4,
            _ => throw new PduFormatException(AbortReason.UnrecognizedPdu, $"the peer sent a PDU of unknown type 0x{Type:X2}"),
        };
        if (Length > most || (most == 4 && Length != 4))
        {
            throw new PduFormatException(
                AbortReason.InvalidParameterValue,
                $"a {(PduType)Type} PDU of {Length} bytes; {(most == 4 ? "exactly" : "at most")} {most} are allowed");
        }
    }
}
