namespace PacsAnalyzer.Dicom.Network;

/// <summary>A fragment of a message (PS3.8 section 9.3.5.1 and annex E.2).</summary>
/// <param name="ContextId">Presentation context.</param>
/// <param name="Control">Message control header: bit 0 command, bit 1 last fragment.</param>
/// <param name="Fragment">The bytes, valid until the next read of the connection.</param>
internal readonly record struct PresentationDataValue(byte ContextId, byte Control, ReadOnlyMemory<byte> Fragment)
{
    public const byte CommandBit = 1;
    public const byte LastBit = 2;

    public bool IsCommand => (Control & CommandBit) != 0;

    public bool IsLast => (Control & LastBit) != 0;
}
