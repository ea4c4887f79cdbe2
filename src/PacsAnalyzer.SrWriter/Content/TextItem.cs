using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>TEXT (0040,A160), VR UT; never empty.</summary>
internal sealed class TextItem : ContentItem
{
    /// <summary>Makes a text item.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    internal TextItem(Relationship relationship, CodedConcept name, string value)
        : base(relationship, name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Value = value;
    }

    internal override string ValueType => "TEXT";

    internal string Value { get; }

    /// <summary>An item where there is a text, else null.</summary>
    internal static TextItem? Optional(Relationship relationship, CodedConcept name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : new TextItem(relationship, name, value);
}
