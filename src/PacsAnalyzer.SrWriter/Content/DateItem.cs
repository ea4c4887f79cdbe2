using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>DATE (0040,A121).</summary>
/// <param name="relationship">How it stands to its parent.</param>
/// <param name="name">Concept name.</param>
/// <param name="value">The date as VR DA.</param>
internal sealed class DateItem(Relationship relationship, CodedConcept name, string value)
    : ContentItem(relationship, name)
{
    internal override string ValueType => "DATE";

    internal string Value { get; } = value;
}
