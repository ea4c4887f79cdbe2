using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1602, Image Library Entry Descriptors, common part.</summary>
internal static class Tid1602CommonDescriptors
{
    internal static IEnumerable<ContentItem?> Build(DicomDataset image)
    {
        yield return image.GetString(DicomTag.Modality) switch
        {
            "CT" => new CodeItem(Relationship.HasAcqContext, Codes.Modality, Codes.ComputedTomography),
            "DX" => new CodeItem(Relationship.HasAcqContext, Codes.Modality, Codes.DigitalRadiography),
            "CR" => new CodeItem(Relationship.HasAcqContext, Codes.Modality, Codes.ComputedRadiography),
            _ => null,
        };
        yield return image.GetString(DicomTag.StudyDate) is { Length: 8 } date ? new DateItem(Relationship.HasAcqContext, Codes.StudyDate, date) : null;
        yield return image.GetString(DicomTag.FrameOfReferenceUID) is { } frame ? new UidRefItem(Relationship.HasAcqContext, Codes.FrameOfReferenceUid, frame) : null;
        yield return Descriptor.Number(image, DicomTag.Rows, 0, Codes.PixelRows, Units.Pixels);
        yield return Descriptor.Number(image, DicomTag.Columns, 0, Codes.PixelColumns, Units.Pixels);
    }
}
