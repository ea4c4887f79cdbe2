namespace PacsAnalyzer.Dicom.Network;

/// <summary>Command Field (0000,0100): the message (PS3.7 annex E.1). A response has bit 15 set.</summary>
internal static class CommandField
{
    public const ushort CStoreRequest = 0x0001;
    public const ushort CStoreResponse = 0x8001;
    public const ushort CGetRequest = 0x0010;
    public const ushort CFindRequest = 0x0020;
    public const ushort CFindResponse = 0x8020;
    public const ushort CMoveRequest = 0x0021;
    public const ushort CEchoRequest = 0x0030;
    public const ushort CEchoResponse = 0x8030;
    public const ushort CCancelRequest = 0x0FFF;
    public const ushort NEventReportRequest = 0x0100;
    public const ushort NEventReportResponse = 0x8100;
    public const ushort NGetRequest = 0x0110;
    public const ushort NSetRequest = 0x0120;
    public const ushort NActionRequest = 0x0130;
    public const ushort NActionResponse = 0x8130;
    public const ushort NCreateRequest = 0x0140;
    public const ushort NDeleteRequest = 0x0150;

    /// <summary>Set in responses.</summary>
    public const ushort ResponseBit = 0x8000;

    /// <summary>Messages of the normalised services, whose errors are worded differently (PS3.7 annex C).</summary>
    public static bool IsNormalised(ushort field) => (field & 0x7F00) == 0x0100;
}
