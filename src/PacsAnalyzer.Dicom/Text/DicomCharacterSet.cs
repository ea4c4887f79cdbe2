using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace PacsAnalyzer.Dicom;

/// <summary>How text is encoded: what Specific Character Set (0008,0005) states (PS3.3 section C.12.1.1.2, PS3.5 section 6.1).</summary>
/// <remarks>Escape sequences are followed whether or not the character set was announced. Where nothing is stated, and
/// where what is stated is unknown, bytes that are not ASCII are read as UTF-8, else GBK, else Latin-1.</remarks>
public sealed class DicomCharacterSet : IEquatable<DicomCharacterSet>
{
    /// <summary>Nothing stated: ISO-IR 6, which is ASCII.</summary>
    public static readonly DicomCharacterSet Default = new([], null, [], isKnown: true);

    /// <summary>UTF-8, ISO_IR 192.</summary>
    public static readonly DicomCharacterSet Utf8 = new(["ISO_IR 192"], CharacterEncodings.Utf8, [], isKnown: true);

    private const int CacheLimit = 256;

    private static readonly ConcurrentDictionary<string, DicomCharacterSet> Cache = new(StringComparer.Ordinal) { ["ISO_IR 192"] = Utf8 };

    // Stands alone, without code extensions: UTF-8, GB18030, GBK.
    private readonly Encoding? _encoding;
    private readonly CodeExtensions _extensions;

    private DicomCharacterSet(IReadOnlyList<string> terms, Encoding? encoding, IReadOnlyList<CodeElement> elements, bool isKnown)
    {
        DefinedTerms = terms;
        _encoding = encoding;
        _extensions = new CodeExtensions(elements, allowsEscapes: terms.Count > 1);
        IsKnown = isKnown;
    }

    /// <summary>The values of Specific Character Set; none for the default repertoire.</summary>
    public IReadOnlyList<string> DefinedTerms { get; }

    /// <summary>Whether the standard has all of the defined terms.</summary>
    public bool IsKnown { get; }

    /// <summary>The character set of the values of Specific Character Set; small slips of writing ("ISO IR 100", "UTF-8") are understood.</summary>
    public static DicomCharacterSet Of(params IReadOnlyList<string> definedTerms)
    {
        ArgumentNullException.ThrowIfNull(definedTerms);
        if (definedTerms.All(string.IsNullOrWhiteSpace))
        {
            return Default;
        }

        string key = string.Join('\\', definedTerms);
        if (Cache.TryGetValue(key, out DicomCharacterSet? known))
        {
            return known;
        }

        DicomCharacterSet made = Make(definedTerms);

        // Values from outside must not fill the memory.
        return Cache.Count < CacheLimit ? Cache.GetOrAdd(key, made) : made;
    }

    /// <summary>Reads text, as leniently as the remarks say; code extensions are reset at delimiters of the VR.</summary>
    /// <param name="bytes">The value, all of it.</param>
    /// <param name="vr">Its VR: it tells which characters part values and components.</param>
    public string Decode(ReadOnlySpan<byte> bytes, DicomVR vr)
    {
        ArgumentNullException.ThrowIfNull(vr);
        bool escapes = bytes.Contains((byte)0x1B);
        if (!escapes && Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        if (_encoding is not null)
        {
            return CharacterEncodings.TryDecode(_encoding, bytes, out string text) ? text : CharacterEncodings.Guess(bytes);
        }

        return _extensions.HasElements || escapes ? _extensions.Decode(bytes, vr) : CharacterEncodings.Guess(bytes);
    }

    /// <summary>Writes text; null where this character set lacks one of its characters.</summary>
    /// <param name="text">The text, values parted by backslashes.</param>
    /// <param name="vr">Its VR.</param>
    public byte[]? TryEncode(string text, DicomVR vr)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vr);
        if (Ascii.IsValid(text))
        {
            return Encoding.ASCII.GetBytes(text);
        }

        if (_encoding is null)
        {
            return _extensions.TryEncode(text, vr);
        }

        try
        {
            return _encoding.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Whether both state the same terms.</summary>
    public bool Equals(DicomCharacterSet? other) =>
        ReferenceEquals(this, other) || (other is not null && DefinedTerms.SequenceEqual(other.DefinedTerms, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DicomCharacterSet);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The defined terms as they stand in the data set.</summary>
    public override string ToString() => string.Join('\\', DefinedTerms);

    private static DicomCharacterSet Make(IReadOnlyList<string> terms)
    {
        List<CodeElement> elements = [];
        bool known = true;
        for (int i = 0; i < terms.Count; i++)
        {
            string term = terms[i].Trim().ToUpperInvariant();
            Encoding? alone = term switch
            {
                "GB18030" => CharacterEncodings.GB18030,
                "GBK" => CharacterEncodings.Gbk,
                "UTF-8" or "UTF8" => CharacterEncodings.Utf8,
                _ when RegistrationNumber(term) == 192 => CharacterEncodings.Utf8,
                _ => null,
            };
            if (alone is not null && elements.TrueForAll(element => element == CodeElement.Ascii))
            {
                return new DicomCharacterSet(terms, alone, [], known);
            }

            CodeElement[]? found = term.Length == 0 ? [CodeElement.Ascii] : Elements(RegistrationNumber(term));
            known &= found is not null;
            elements.AddRange(found ?? []);
        }

        return new DicomCharacterSet(terms, null, elements, known);
    }

    /// <summary>The number in "ISO_IR 100", "ISO 2022 IR 100" and what resembles them; -1 where there is none.</summary>
    private static int RegistrationNumber(string term)
    {
        int start = term.LastIndexOf("IR", StringComparison.Ordinal);
        return term.StartsWith("ISO", StringComparison.Ordinal) && start > 0
            && int.TryParse(term.AsSpan(start + 2).Trim(" _-"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : -1;
    }

    private static CodeElement[]? Elements(int registration) => registration switch
    {
        6 => [CodeElement.Ascii],
        13 => [CodeElement.Romaji, CodeElement.Katakana],
        58 => [CodeElement.Ascii, CodeElement.GB2312],
        87 => [CodeElement.JisX0208],
        100 => [CodeElement.Ascii, CodeElement.Latin1],
        101 => [CodeElement.Ascii, CodeElement.Latin2],
        109 => [CodeElement.Ascii, CodeElement.Latin3],
        110 => [CodeElement.Ascii, CodeElement.Latin4],
        126 => [CodeElement.Ascii, CodeElement.Greek],
        127 => [CodeElement.Ascii, CodeElement.Arabic],
        138 => [CodeElement.Ascii, CodeElement.Hebrew],
        144 => [CodeElement.Ascii, CodeElement.Cyrillic],
        148 => [CodeElement.Ascii, CodeElement.Latin5],
        149 => [CodeElement.Ascii, CodeElement.KsX1001],
        159 => [CodeElement.JisX0212],
        166 => [CodeElement.Ascii, CodeElement.Thai],
        203 => [CodeElement.Ascii, CodeElement.Latin9],
        _ => null,
    };
}
