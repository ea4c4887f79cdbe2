using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>CONTAINER (PS3.3 section C.18.8); its content is separate, which is what templates of measurements require.</summary>
/// <param name="relationship">How it stands to its parent.</param>
/// <param name="name">Heading.</param>
/// <param name="templateId">Template of the DCMR that it follows, or null.</param>
internal sealed class ContainerItem(Relationship relationship, CodedConcept name, string? templateId = null)
    : ContentItem(relationship, name)
{
    internal override string ValueType => "CONTAINER";

    internal string? TemplateId { get; } = templateId;
}
