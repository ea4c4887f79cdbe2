using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>IMAGE (PS3.3 section C.18.4). The concept name is optional.</summary>
/// <param name="relationship">How it stands to its parent.</param>
/// <param name="name">Purpose, or null.</param>
/// <param name="image">The image.</param>
internal sealed class ImageItem(Relationship relationship, CodedConcept? name, SopReference image)
    : ContentItem(relationship, name)
{
    internal override string ValueType => "IMAGE";

    internal SopReference Image { get; } = image;
}
