using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>CODE (PS3.3 section 10.2).</summary>
/// <param name="relationship">How it stands to its parent.</param>
/// <param name="name">Concept name.</param>
/// <param name="value">Concept code.</param>
internal sealed class CodeItem(Relationship relationship, CodedConcept name, CodedConcept value)
    : ContentItem(relationship, name)
{
    internal override string ValueType => "CODE";

    internal CodedConcept Value { get; } = value;
}
