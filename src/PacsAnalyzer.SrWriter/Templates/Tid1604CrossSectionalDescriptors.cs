using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1604, Image Library Entry Descriptors for Cross-Sectional Modalities.</summary>
internal static class Tid1604CrossSectionalDescriptors
{
    internal static IEnumerable<ContentItem?> Build(DicomDataset image)
    {
        yield return Descriptor.Number(image, DicomTag.PixelSpacing, 1, Codes.HorizontalPixelSpacing, Units.Millimetre);
        yield return Descriptor.Number(image, DicomTag.PixelSpacing, 0, Codes.VerticalPixelSpacing, Units.Millimetre);
        yield return Descriptor.Number(image, DicomTag.SpacingBetweenSlices, 0, Codes.SpacingBetweenSlices, Units.Millimetre);
        yield return Descriptor.Number(image, DicomTag.SliceThickness, 0, Codes.SliceThickness, Units.Millimetre);
        for (int i = 0; i < Codes.ImagePosition.Length; i++)
        {
            yield return Descriptor.Number(image, DicomTag.ImagePositionPatient, i, Codes.ImagePosition[i], Units.Millimetre);
        }

        for (int i = 0; i < Codes.ImageOrientation.Length; i++)
        {
            yield return Descriptor.Number(image, DicomTag.ImageOrientationPatient, i, Codes.ImageOrientation[i], Units.DirectionCosine);
        }
    }
}
