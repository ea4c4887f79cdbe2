using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>Numbers of an image header as acquisition context.</summary>
internal static class Descriptor
{
    /// <summary>One value of an element; null where it is absent or cannot be read.</summary>
    internal static ContentItem? Number(DicomDataset image, DicomTag tag, int index, CodedConcept name, CodedConcept unit) =>
        image.TryGetValues(tag, out double[]? values) && index < values.Length && double.IsFinite(values[index])
            ? NumItem.Of(Relationship.HasAcqContext, name, values[index], unit)
            : null;
}
