using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1603, Image Library Entry Descriptors for Projection Radiography.</summary>
internal static class Tid1603ProjectionDescriptors
{
    internal static IEnumerable<ContentItem?> Build(DicomDataset image)
    {
        yield return image.GetString(DicomTag.ViewPosition) switch
        {
            "AP" => new CodeItem(Relationship.HasAcqContext, Codes.ImageView, Codes.AnteroPosterior),
            "PA" => new CodeItem(Relationship.HasAcqContext, Codes.ImageView, Codes.PosteroAnterior),
            _ => null,
        };
        string[] orientation = image.GetStrings(DicomTag.PatientOrientation);
        if (orientation.Length == 2)
        {
            yield return TextItem.Optional(Relationship.HasAcqContext, Codes.PatientOrientationRow, orientation[0]);
            yield return TextItem.Optional(Relationship.HasAcqContext, Codes.PatientOrientationColumn, orientation[1]);
        }

        DicomTag spacing = image.GetString(DicomTag.PixelSpacing) is null ? DicomTag.ImagerPixelSpacing : DicomTag.PixelSpacing;
        yield return Descriptor.Number(image, spacing, 1, Codes.HorizontalPixelSpacing, Units.Millimetre);
        yield return Descriptor.Number(image, spacing, 0, Codes.VerticalPixelSpacing, Units.Millimetre);
    }
}
