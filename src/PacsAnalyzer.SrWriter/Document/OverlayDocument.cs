using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Overlay;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>The overlay as a Secondary Capture Image (PS3.3 section A.8.1): 8-bit RGB, no pixel spacing, no patient name in the pixels.</summary>
internal static class OverlayDocument
{
    internal const int SeriesNumber = 9001;

    internal static DicomDataset Build(ReportContext context, ResultUids uids, OverlayLayout layout, byte[] rgb)
    {
        var target = new DicomDataset();
        CommonModules.Apply(context, target);
        target.AddOrUpdate(DicomTag.SOPClassUID, uids.OverlayClass);
        target.AddOrUpdate(DicomTag.SOPInstanceUID, uids.Overlay);

        // General Series, SC Equipment (C.8.6.1)
        target.AddOrUpdate(DicomTag.Modality, "OT");
        target.AddOrUpdate(DicomTag.ConversionType, "WSD");
        target.AddOrUpdate(DicomTag.SeriesInstanceUID, uids.OverlaySeries);
        target.AddOrUpdate(DicomTag.SeriesNumber, SeriesNumber);

        // Type 2C where the part is a paired one: a picture of a pelvis or a spine shows both sides.
        target.AddOrUpdate(DicomTag.Laterality, (string?)null);
        target.AddOrUpdate(DicomTag.SeriesDescription, context.Text.SeriesDescriptionOverlay);

        // General Image (C.7.6.1)
        target.AddOrUpdate(DicomTag.ImageType, "DERIVED", "SECONDARY");
        target.AddOrUpdate(DicomTag.PatientOrientation, (string?)null);
        target.AddOrUpdate(DicomTag.BurnedInAnnotation, "YES");
        target.AddOrUpdate(DicomTag.ContentQualification, "RESEARCH");
        target.AddOrUpdate(DicomTag.LossyImageCompression, "00");
        target.AddOrUpdate(DicomTag.DerivationDescription, context.Text.OverlayDerivation);
        target.AddOrUpdate(DicomTag.SourceImageSequence, [.. context.Images.Select(image => References.Item(References.To(image))
            .Add(DicomTag.PurposeOfReferenceCodeSequence, CodeSequences.Item(Codes.SourceImage, ReportLanguage.English)))]);

        // Image Pixel (C.7.6.3)
        target.AddOrUpdate(DicomTag.SamplesPerPixel, 3);
        target.AddOrUpdate(DicomTag.PhotometricInterpretation, "RGB");
        target.AddOrUpdate(DicomTag.PlanarConfiguration, 0);
        target.AddOrUpdate(DicomTag.Rows, layout.Height);
        target.AddOrUpdate(DicomTag.Columns, layout.Width);
        target.AddOrUpdate(DicomTag.BitsAllocated, 8);
        target.AddOrUpdate(DicomTag.BitsStored, 8);
        target.AddOrUpdate(DicomTag.HighBit, 7);
        target.AddOrUpdate(DicomTag.PixelRepresentation, 0);
        target.AddOrUpdate(DicomVR.OB, DicomTag.PixelData, rgb);
        CharacterSetChoice.Apply(context.Source.First, target);
        return target;
    }
}
