namespace PacsAnalyzer.Dicom;

/// <summary>A value representation (PS3.5 section 6.2): how the bytes of a value are to be read.</summary>
public sealed class DicomVR
{
    /// <summary>Application entity.</summary>
    public static readonly DicomVR AE = new("AE", "Application Entity", Form.Text | Form.Multiple, maximum: 16);

    /// <summary>Age string.</summary>
    public static readonly DicomVR AS = new("AS", "Age String", Form.Text | Form.Multiple, maximum: 4);

    /// <summary>Attribute tag.</summary>
    public static readonly DicomVR AT = new("AT", "Attribute Tag", Form.Number, unit: 2, size: 4);

    /// <summary>Code string.</summary>
    public static readonly DicomVR CS = new("CS", "Code String", Form.Text | Form.Multiple, maximum: 16);

    /// <summary>Date.</summary>
    public static readonly DicomVR DA = new("DA", "Date", Form.Text | Form.Multiple, maximum: 8);

    /// <summary>Decimal string.</summary>
    public static readonly DicomVR DS = new("DS", "Decimal String", Form.Text | Form.Multiple, maximum: 16);

    /// <summary>Date and time.</summary>
    public static readonly DicomVR DT = new("DT", "Date Time", Form.Text | Form.Multiple, maximum: 26);

    /// <summary>Floating point, double.</summary>
    public static readonly DicomVR FD = new("FD", "Floating Point Double", Form.Number, unit: 8, size: 8);

    /// <summary>Floating point, single.</summary>
    public static readonly DicomVR FL = new("FL", "Floating Point Single", Form.Number, unit: 4, size: 4);

    /// <summary>Integer string.</summary>
    public static readonly DicomVR IS = new("IS", "Integer String", Form.Text | Form.Multiple, maximum: 12);

    /// <summary>Long string.</summary>
    public static readonly DicomVR LO = new("LO", "Long String", Form.Text | Form.Multiple | Form.Characters, maximum: 64);

    /// <summary>Long text, one value.</summary>
    public static readonly DicomVR LT = new("LT", "Long Text", Form.Text | Form.Characters, maximum: 10240);

    /// <summary>Other byte.</summary>
    public static readonly DicomVR OB = new("OB", "Other Byte", Form.Bulk | Form.Long);

    /// <summary>Other double.</summary>
    public static readonly DicomVR OD = new("OD", "Other Double", Form.Bulk | Form.Long, unit: 8, size: 8);

    /// <summary>Other float.</summary>
    public static readonly DicomVR OF = new("OF", "Other Float", Form.Bulk | Form.Long, unit: 4, size: 4);

    /// <summary>Other long.</summary>
    public static readonly DicomVR OL = new("OL", "Other Long", Form.Bulk | Form.Long, unit: 4, size: 4);

    /// <summary>Other 64-bit very long.</summary>
    public static readonly DicomVR OV = new("OV", "Other 64-bit Very Long", Form.Bulk | Form.Long, unit: 8, size: 8);

    /// <summary>Other word.</summary>
    public static readonly DicomVR OW = new("OW", "Other Word", Form.Bulk | Form.Long, unit: 2, size: 2);

    /// <summary>Person name.</summary>
    public static readonly DicomVR PN = new("PN", "Person Name", Form.Text | Form.Multiple | Form.Characters, maximum: 194);

    /// <summary>Short string.</summary>
    public static readonly DicomVR SH = new("SH", "Short String", Form.Text | Form.Multiple | Form.Characters, maximum: 16);

    /// <summary>Signed long, 32 bits.</summary>
    public static readonly DicomVR SL = new("SL", "Signed Long", Form.Number, unit: 4, size: 4);

    /// <summary>Sequence of items.</summary>
    public static readonly DicomVR SQ = new("SQ", "Sequence of Items", Form.Long);

    /// <summary>Signed short, 16 bits.</summary>
    public static readonly DicomVR SS = new("SS", "Signed Short", Form.Number, unit: 2, size: 2);

    /// <summary>Short text, one value.</summary>
    public static readonly DicomVR ST = new("ST", "Short Text", Form.Text | Form.Characters, maximum: 1024);

    /// <summary>Signed 64 bits.</summary>
    public static readonly DicomVR SV = new("SV", "Signed 64-bit Very Long", Form.Number | Form.Long, unit: 8, size: 8);

    /// <summary>Time.</summary>
    public static readonly DicomVR TM = new("TM", "Time", Form.Text | Form.Multiple, maximum: 14);

    /// <summary>Unlimited characters.</summary>
    public static readonly DicomVR UC = new("UC", "Unlimited Characters", Form.Text | Form.Multiple | Form.Characters | Form.Long);

    /// <summary>Unique identifier; padded with NUL.</summary>
    public static readonly DicomVR UI = new("UI", "Unique Identifier", Form.Text | Form.Multiple, maximum: 64, padding: 0);

    /// <summary>Unsigned long, 32 bits.</summary>
    public static readonly DicomVR UL = new("UL", "Unsigned Long", Form.Number, unit: 4, size: 4);

    /// <summary>Unknown.</summary>
    public static readonly DicomVR UN = new("UN", "Unknown", Form.Bulk | Form.Long);

    /// <summary>Universal resource identifier, one value.</summary>
    public static readonly DicomVR UR = new("UR", "Universal Resource Identifier", Form.Text | Form.Long);

    /// <summary>Unsigned short, 16 bits.</summary>
    public static readonly DicomVR US = new("US", "Unsigned Short", Form.Number, unit: 2, size: 2);

    /// <summary>Unlimited text, one value.</summary>
    public static readonly DicomVR UT = new("UT", "Unlimited Text", Form.Text | Form.Characters | Form.Long);

    /// <summary>Unsigned 64 bits.</summary>
    public static readonly DicomVR UV = new("UV", "Unsigned 64-bit Very Long", Form.Number | Form.Long, unit: 8, size: 8);

    private static readonly DicomVR[] Every =
    [
        AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SL, SQ, SS, ST, SV, TM, UC, UI, UL, UN,
        UR, US, UT, UV,
    ];

    // Indexed by both letters, so that a reader finds a VR without a search.
    private static readonly DicomVR?[] ByLetters = Index();

    private readonly Form _form;

    private DicomVR(string code, string name, Form form, int unit = 1, int size = 1, int maximum = 0, byte? padding = null)
    {
        Code = code;
        Name = name;
        _form = form;
        UnitSize = unit;
        ValueSize = size;
        MaximumLength = maximum;
        PaddingByte = padding ?? (IsString ? (byte)' ' : (byte)0);
    }

    [Flags]
    private enum Form
    {
        Text = 1,
        Multiple = 2,
        Characters = 4,
        Number = 8,
        Bulk = 16,
        Long = 32,
    }

    /// <summary>All 34 value representations of the standard, by code.</summary>
    public static IReadOnlyList<DicomVR> All => Every;

    /// <summary>The two letters.</summary>
    public string Code { get; }

    /// <summary>The name in PS3.5.</summary>
    public string Name { get; }

    /// <summary>Whether explicit syntaxes write two reserved bytes and a 32-bit length (PS3.5 section 7.1.2).</summary>
    public bool HasLongLength => (_form & Form.Long) != 0;

    /// <summary>Whether the value is text.</summary>
    public bool IsString => (_form & Form.Text) != 0;

    /// <summary>Whether the text is subject to Specific Character Set (PS3.5 section 6.1.2.2): LO, LT, PN, SH, ST, UC, UT.</summary>
    public bool IsCharacterString => (_form & Form.Characters) != 0;

    /// <summary>Whether a backslash parts several values.</summary>
    public bool IsMultiValued => (_form & (Form.Multiple | Form.Number)) != 0;

    /// <summary>Whether the value is binary numbers with a count of their own: AT, FD, FL, SL, SS, SV, UL, US, UV.</summary>
    public bool IsNumber => (_form & Form.Number) != 0;

    /// <summary>Whether the value is one block of bytes or words: OB, OD, OF, OL, OV, OW, UN.</summary>
    public bool IsBulk => (_form & Form.Bulk) != 0;

    /// <summary>Bytes that are turned round together in big endian; 1 where byte order does not matter.</summary>
    public int UnitSize { get; }

    /// <summary>Bytes of one value; 1 for text.</summary>
    public int ValueSize { get; }

    /// <summary>The longest value in characters (in bytes for those without a character set), 0 where there is no limit. PN: three groups of 64.</summary>
    public int MaximumLength { get; }

    /// <summary>What fills a value up to an even length: NUL for UI and binary values, else a space.</summary>
    public byte PaddingByte { get; }

    /// <summary>The VR of two letters.</summary>
    /// <exception cref="FormatException">The standard has no such VR.</exception>
    public static DicomVR Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == 2 && Find((byte)code[0], (byte)code[1]) is { } vr
            ? vr
            : throw new FormatException($"'{code}' is no value representation of PS3.5 section 6.2.");
    }

    /// <summary>The VR of two bytes as they stand in a data set, or null.</summary>
    public static DicomVR? Find(byte first, byte second) =>
        first is >= (byte)'A' and <= (byte)'Z' && second is >= (byte)'A' and <= (byte)'Z'
            ? ByLetters[((first - 'A') * 26) + second - 'A']
            : null;

    /// <summary>The two letters.</summary>
    public override string ToString() => Code;

    private static DicomVR?[] Index()
    {
        DicomVR?[] index = new DicomVR?[26 * 26];
        foreach (DicomVR vr in Every)
        {
            index[((vr.Code[0] - 'A') * 26) + vr.Code[1] - 'A'] = vr;
        }

        return index;
    }
}
