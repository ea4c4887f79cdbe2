using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PacsAnalyzer.Dicom;

/// <summary>A data element tag: group and element number (PS3.5 section 7.1). Ordered as data sets are.</summary>
/// <param name="group">The group number; odd for private elements.</param>
/// <param name="element">The element number.</param>
public readonly partial struct DicomTag(ushort group, ushort element)
    : IEquatable<DicomTag>, IComparable<DicomTag>
{
    /// <summary>Makes a tag of its 32 bits, group first.</summary>
    public DicomTag(uint value)
        : this((ushort)(value >> 16), (ushort)value)
    {
    }

    /// <summary>The group number.</summary>
    public ushort Group { get; } = group;

    /// <summary>The element number.</summary>
    public ushort Element { get; } = element;

    /// <summary>Group and element in one number, as they sort.</summary>
    public uint Value => ((uint)Group << 16) | Element;

    /// <summary>Whether the group is odd: the element is private (PS3.5 section 7.8).</summary>
    public bool IsPrivate => (Group & 1) != 0;

    /// <summary>Whether this is (gggg,0010-00FF) of an odd group: it names who reserved a private block (PS3.5 section 7.8.1).</summary>
    public bool IsPrivateCreator => IsPrivate && Element is >= 0x10 and <= 0xFF;

    /// <summary>Whether this is a group length (gggg,0000), retired but for groups 0000 and 0002.</summary>
    public bool IsGroupLength => Element == 0;

    /// <summary>The keyword of PS3.6, or null where the dictionary has none.</summary>
    public string? Keyword => DicomDictionary.Find(this)?.Keyword;

    /// <summary>The dictionary's entry for this tag, or null for private and unknown tags.</summary>
    public DicomDictionaryEntry? DictionaryEntry => DicomDictionary.Find(this);

    /// <summary>Reads "0010,0010", "(0010,0010)", "00100010" or a keyword such as "PatientName".</summary>
    /// <exception cref="FormatException">The text is neither a tag nor a keyword of the dictionary.</exception>
    public static DicomTag Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out DicomTag tag)
            ? tag
            : throw new FormatException($"'{text}' is no DICOM tag: write it as 0010,0010 or as a keyword such as PatientName.");
    }

    /// <summary>Reads a tag as <see cref="Parse"/> does; false where it cannot.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DicomTag tag)
    {
        tag = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        string digits = text.Trim().TrimStart('(').TrimEnd(')');
        if (digits.Length == 9 && digits[4] == ',')
        {
            digits = digits.Remove(4, 1);
        }

        if (digits.Length == 8 && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
        {
            tag = new DicomTag(value);
            return true;
        }

        return DicomDictionary.TryFindKeyword(text.Trim(), out tag);
    }

    /// <inheritdoc/>
    public int CompareTo(DicomTag other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public bool Equals(DicomTag other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DicomTag other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Value;

    /// <summary>The tag as "(0010,0010)".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({Group:X4},{Element:X4})");

    /// <summary>The tag with its keyword, as in error messages: "(0010,0010) PatientName".</summary>
    internal string Describe() => Keyword is { } keyword ? $"{this} {keyword}" : ToString();

    /// <summary>Whether both tags are the same.</summary>
    public static bool operator ==(DicomTag left, DicomTag right) => left.Value == right.Value;

    /// <summary>Whether the tags differ.</summary>
    public static bool operator !=(DicomTag left, DicomTag right) => left.Value != right.Value;

    /// <summary>Whether left comes first in a data set.</summary>
    public static bool operator <(DicomTag left, DicomTag right) => left.Value < right.Value;

    /// <summary>Whether left comes later in a data set.</summary>
    public static bool operator >(DicomTag left, DicomTag right) => left.Value > right.Value;

    /// <summary>Whether left comes first or is the same.</summary>
    public static bool operator <=(DicomTag left, DicomTag right) => left.Value <= right.Value;

    /// <summary>Whether left comes later or is the same.</summary>
    public static bool operator >=(DicomTag left, DicomTag right) => left.Value >= right.Value;
}
