namespace PacsAnalyzer.SrWriter.Coding;

/// <summary>A coded concept (PS3.3 section 8.8): value, scheme and meaning. Two are equal when value and scheme are.</summary>
public sealed class CodedConcept : IEquatable<CodedConcept>
{
    /// <summary>Longest Code Value (0008,0100); longer ones go into Long Code Value (0008,0119).</summary>
    internal const int ShortLength = 16;

    private const int MeaningLength = 64;

    /// <summary>Makes a coded concept.</summary>
    /// <param name="value">Code value.</param>
    /// <param name="scheme">Coding scheme designator (PS3.16 section 8), at most 16 characters.</param>
    /// <param name="meaning">Code meaning in English, at most 64 characters.</param>
    /// <param name="chinese">The meaning in Chinese, where there is one.</param>
    /// <exception cref="ArgumentException">A part is empty or too long.</exception>
    public CodedConcept(string value, string scheme, string meaning, string? chinese = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        ArgumentException.ThrowIfNullOrWhiteSpace(meaning);
        if (scheme.Length > ShortLength)
        {
            throw new ArgumentException($"A coding scheme designator has at most {ShortLength} characters, '{scheme}' has {scheme.Length}.", nameof(scheme));
        }

        if (meaning.Length > MeaningLength || chinese?.Length > MeaningLength)
        {
            throw new ArgumentException($"A code meaning has at most {MeaningLength} characters, '{meaning}' ({chinese}) has more.", nameof(meaning));
        }

        Value = value;
        Scheme = scheme;
        Meaning = meaning;
        Chinese = chinese;
    }

    /// <summary>Code value.</summary>
    public string Value { get; }

    /// <summary>Coding scheme designator.</summary>
    public string Scheme { get; }

    /// <summary>Code meaning, English unless read from a report in another language.</summary>
    public string Meaning { get; }

    /// <summary>The meaning in Chinese, or null.</summary>
    public string? Chinese { get; }

    /// <summary>Whether the scheme is this program's own.</summary>
    public bool IsPrivate => Scheme == Codes.PrivateScheme;

    /// <summary>Whether the meaning is worded by this program, and so follows the language of the report.</summary>
    internal bool IsOwnWording { get; init; }

    /// <summary>The meaning as a report in that language shows it: our own words are translated, the standard's stay English.</summary>
    internal string MeaningIn(Texts.ReportLanguage language) =>
        language == Texts.ReportLanguage.Chinese && (IsPrivate || IsOwnWording) && Chinese is not null ? Chinese : Meaning;

    /// <inheritdoc/>
    public bool Equals(CodedConcept? other) => other is not null && Value == other.Value && Scheme == other.Scheme;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CodedConcept);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Scheme);

    /// <summary>As the standard writes it: (value, scheme, "meaning").</summary>
    public override string ToString() => $"({Value}, {Scheme}, \"{Meaning}\")";
}
