namespace PacsAnalyzer.Dicom;

/// <summary>A unique identifier (PS3.5 chapter 9) with what the registry says of it (PS3.6 annex A). Equal by its text.</summary>
public sealed partial class DicomUID : IEquatable<DicomUID>
{
    /// <summary>The longest UID there may be, in characters (PS3.5 section 9.1).</summary>
    public const int MaximumLength = 64;

    /// <summary>Makes a UID that the registry need not know.</summary>
    /// <param name="uid">The text, digits and dots; not validated, see <see cref="IsValid"/>.</param>
    /// <param name="name">A name for it.</param>
    /// <param name="kind">What it names.</param>
    public DicomUID(string uid, string name, DicomUIDKind kind)
    {
        ArgumentNullException.ThrowIfNull(uid);
        ArgumentNullException.ThrowIfNull(name);
        Uid = uid;
        Name = name;
        Kind = kind;
    }

    /// <summary>The UID's text.</summary>
    public string Uid { get; }

    /// <summary>Its name in the registry; "Unknown" where it has none.</summary>
    public string Name { get; }

    /// <summary>What it names.</summary>
    public DicomUIDKind Kind { get; }

    /// <summary>The registered UID of this text, or one of kind Unknown.</summary>
    public static DicomUID Lookup(string uid)
    {
        ArgumentNullException.ThrowIfNull(uid);
        string trimmed = uid.TrimEnd('\0', ' ');
        return Index.ByUid.TryGetValue(trimmed, out DicomUID? known) ? known : new DicomUID(trimmed, "Unknown", DicomUIDKind.Unknown);
    }

    /// <summary>Whether the text is a UID: at most 64 characters, components of digits without leading zeros (PS3.5 section 9.1).</summary>
    public static bool IsValid(string? uid)
    {
        if (string.IsNullOrEmpty(uid) || uid.Length > MaximumLength)
        {
            return false;
        }

        int start = 0;
        for (int i = 0; i <= uid.Length; i++)
        {
            if (i < uid.Length && uid[i] != '.')
            {
                if (!char.IsAsciiDigit(uid[i]))
                {
                    return false;
                }

                continue;
            }

            if (i == start || (uid[start] == '0' && i - start > 1))
            {
                return false;
            }

            start = i + 1;
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(DicomUID? other) => other is not null && other.Uid == Uid;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DicomUID);

    /// <inheritdoc/>
    public override int GetHashCode() => Uid.GetHashCode(StringComparison.Ordinal);

    /// <summary>The UID's text.</summary>
    public override string ToString() => Uid;

    /// <summary>Whether both have the same text.</summary>
    public static bool operator ==(DicomUID? left, DicomUID? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(DicomUID? left, DicomUID? right) => !(left == right);

    // Of its own, so that it is made after the registry's properties are.
    private static class Index
    {
        internal static readonly Dictionary<string, DicomUID> ByUid = Registry.ToDictionary(uid => uid.Uid, StringComparer.Ordinal);
    }
}
