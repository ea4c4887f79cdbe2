using System.Text;

namespace PacsAnalyzer.Dicom;

/// <summary>A code element of ISO 2022 (PS3.3 section C.12.1.1.2): a set of characters that an escape sequence brings into G0 or G1.</summary>
internal sealed class CodeElement
{
    internal static readonly CodeElement Ascii = new("(B", isG1: false, 1, Strict(20127));

    // JIS X 0201 Romaji: yen sign and overline in the places of backslash and tilde are read as those, for they
    // part values and stand in what systems that never meant a yen sign have written.
    internal static readonly CodeElement Romaji = new("(J", isG1: false, 1, Strict(20127));

    internal static readonly CodeElement Katakana = new(")I", isG1: true, 1, null);
    internal static readonly CodeElement JisX0208 = new("$B", isG1: false, 2, Strict(20932));
    internal static readonly CodeElement JisX0212 = new("$(D", isG1: false, 2, Strict(20932));
    internal static readonly CodeElement KsX1001 = new("$)C", isG1: true, 2, Strict(51949));
    internal static readonly CodeElement GB2312 = new("$)A", isG1: true, 2, Strict(936));
    internal static readonly CodeElement Latin1 = Single("-A", 28591);
    internal static readonly CodeElement Latin2 = Single("-B", 28592);
    internal static readonly CodeElement Latin3 = Single("-C", 28593);
    internal static readonly CodeElement Latin4 = Single("-D", 28594);
    internal static readonly CodeElement Cyrillic = Single("-L", 28595);
    internal static readonly CodeElement Arabic = Single("-G", 28596);
    internal static readonly CodeElement Greek = Single("-F", 28597);
    internal static readonly CodeElement Hebrew = Single("-H", 28598);
    internal static readonly CodeElement Latin5 = Single("-M", 28599);
    internal static readonly CodeElement Latin9 = Single("-b", 28605);
    internal static readonly CodeElement Thai = Single("-T", 874);

    private static readonly CodeElement[] Every =
    [
        Ascii, Romaji, Katakana, JisX0208, JisX0212, KsX1001, GB2312, Latin1, Latin2, Latin3, Latin4, Cyrillic, Arabic,
        Greek, Hebrew, Latin5, Latin9, Thai,
    ];

    private readonly Encoding? _encoding;

    private CodeElement(string escape, bool isG1, int width, Encoding? encoding)
    {
        Escape = [0x1B, .. Encoding.ASCII.GetBytes(escape)];
        IsG1 = isG1;
        Width = width;
        _encoding = encoding;
    }

    /// <summary>The escape sequence that brings it in, ESC included.</summary>
    internal byte[] Escape { get; }

    /// <summary>Whether it is used with the high bit set.</summary>
    internal bool IsG1 { get; }

    /// <summary>Bytes a character.</summary>
    internal int Width { get; }

    /// <summary>The code element whose escape sequence stands at the beginning, or null.</summary>
    internal static CodeElement? AtEscape(ReadOnlySpan<byte> bytes)
    {
        foreach (CodeElement element in Every)
        {
            if (bytes.StartsWith(element.Escape))
            {
                return element;
            }
        }

        return null;
    }

    /// <summary>Reads one character of <see cref="Width"/> bytes; the replacement character where there is none.</summary>
    internal void Decode(ReadOnlySpan<byte> bytes, StringBuilder text)
    {
        if (this == Katakana)
        {
            text.Append(bytes[0] is >= 0xA1 and <= 0xDF ? (char)(bytes[0] - 0xA1 + 0xFF61) : '\uFFFD');
            return;
        }

        if (Width == 1)
        {
            AppendDecoded(bytes, text);
            return;
        }

        // The encodings of the framework want EUC: both bytes high; JIS X 0212 with the second one low in code page 20932.
        byte second = this == JisX0212 ? (byte)(bytes[1] & 0x7F) : (byte)(bytes[1] | 0x80);
        AppendDecoded([(byte)(bytes[0] | 0x80), second], text);
    }

    /// <summary>Writes one character; false where this code element lacks it.</summary>
    internal bool TryEncode(ReadOnlySpan<char> character, List<byte> bytes)
    {
        if (this == Katakana)
        {
            if (character.Length != 1 || character[0] is < '\uFF61' or > '\uFF9F')
            {
                return false;
            }

            bytes.Add((byte)(character[0] - 0xFF61 + 0xA1));
            return true;
        }

        Span<byte> encoded = stackalloc byte[8];
        int count;
        try
        {
            count = _encoding!.GetBytes(character, encoded);
        }
        catch (EncoderFallbackException)
        {
            return false;
        }

        if (count != Width)
        {
            return false;
        }

        if (Width == 1)
        {
            if (encoded[0] >= 0x80 != IsG1)
            {
                return false;
            }

            bytes.Add(encoded[0]);
            return true;
        }

        // Only the 94 x 94 plane: code pages 936, 949 and 20932 hold more.
        bool isJisX0212 = encoded[1] is >= 0x21 and <= 0x7E;
        if (encoded[0] is < 0xA1 or > 0xFE || (encoded[1] is < 0xA1 or > 0xFE && !isJisX0212) || isJisX0212 != (this == JisX0212))
        {
            return false;
        }

        int mask = IsG1 ? 0xFF : 0x7F;
        bytes.Add((byte)(encoded[0] & mask));
        bytes.Add((byte)(encoded[1] & mask));
        return true;
    }

    private static CodeElement Single(string escape, int codePage) => new(escape, isG1: true, 1, Strict(codePage));

    private static Encoding Strict(int codePage) => CharacterEncodings.Strict(codePage);

    private void AppendDecoded(ReadOnlySpan<byte> bytes, StringBuilder text)
    {
        Span<char> characters = stackalloc char[4];
        try
        {
            text.Append(characters[.._encoding!.GetChars(bytes, characters)]);
        }
        catch (DecoderFallbackException)
        {
            text.Append('\uFFFD');
        }
    }
}
