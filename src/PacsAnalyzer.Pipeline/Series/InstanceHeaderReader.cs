using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.Pipeline.Series;

/// <summary>Picks an <see cref="InstanceHeader"/> out of a data set. Malformed optional values count as absent.</summary>
public static class InstanceHeaderReader
{
    /// <summary>Reads the header of a file.</summary>
    /// <exception cref="DicomDataException">Study, Series or SOP Instance UID is missing.</exception>
    public static InstanceHeader Read(DicomFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file.Dataset, file.TransferSyntax.Uid.Uid);
    }

    /// <summary>Reads the header of a data set.</summary>
    /// <exception cref="DicomDataException">Study, Series or SOP Instance UID is missing.</exception>
    public static InstanceHeader Read(DicomDataset d, string transferSyntaxUid)
    {
        ArgumentNullException.ThrowIfNull(d);
        return new InstanceHeader
        {
            SopInstanceUid = Required(d, DicomTag.SOPInstanceUID),
            SopClassUid = Text(d, DicomTag.SOPClassUID),
            StudyInstanceUid = Required(d, DicomTag.StudyInstanceUID),
            SeriesInstanceUid = Required(d, DicomTag.SeriesInstanceUID),
            TransferSyntaxUid = transferSyntaxUid,
            PatientId = Text(d, DicomTag.PatientID),
            IssuerOfPatientId = Text(d, DicomTag.IssuerOfPatientID),
            PatientName = Text(d, DicomTag.PatientName),
            PatientBirthDate = Text(d, DicomTag.PatientBirthDate),
            PatientSex = Text(d, DicomTag.PatientSex),
            AccessionNumber = Text(d, DicomTag.AccessionNumber),
            StudyDate = Text(d, DicomTag.StudyDate),
            StudyTime = Text(d, DicomTag.StudyTime),
            StudyDescription = Text(d, DicomTag.StudyDescription),
            SeriesDescription = Text(d, DicomTag.SeriesDescription),
            ProtocolName = Text(d, DicomTag.ProtocolName),
            RequestedProcedure = Requested(d),
            SeriesNumber = Whole(d, DicomTag.SeriesNumber),
            InstanceNumber = Whole(d, DicomTag.InstanceNumber),
            AcquisitionNumber = Whole(d, DicomTag.AcquisitionNumber),
            ImagesInAcquisition = Whole(d, DicomTag.ImagesInAcquisition),
            Modality = Text(d, DicomTag.Modality).ToUpperInvariant(),
            ImageType = Texts(d, DicomTag.ImageType),
            BodyPartExamined = Text(d, DicomTag.BodyPartExamined),
            AnatomicRegionCodes = Codes(d, DicomTag.AnatomicRegionSequence),
            ViewPosition = Text(d, DicomTag.ViewPosition).ToUpperInvariant(),
            ViewCodes = Codes(d, DicomTag.ViewCodeSequence),
            Laterality = Text(d, DicomTag.ImageLaterality) is { Length: > 0 } laterality ? laterality : Text(d, DicomTag.Laterality),
            PatientOrientation = Texts(d, DicomTag.PatientOrientation),
            ImageOrientationPatient = Numbers(d, DicomTag.ImageOrientationPatient, 6),
            ImagePositionPatient = Numbers(d, DicomTag.ImagePositionPatient, 3),
            PixelSpacing = Numbers(d, DicomTag.PixelSpacing, 2),
            ImagerPixelSpacing = Numbers(d, DicomTag.ImagerPixelSpacing, 2),
            NominalScannedPixelSpacing = Numbers(d, DicomTag.NominalScannedPixelSpacing, 2),
            PixelSpacingCalibrationType = Text(d, DicomTag.PixelSpacingCalibrationType),
            MagnificationFactor = Number(d, DicomTag.EstimatedRadiographicMagnificationFactor),
            SliceThickness = Number(d, DicomTag.SliceThickness),
            GantryTilt = Number(d, DicomTag.GantryDetectorTilt),
            Kvp = Number(d, DicomTag.KVP) is double kvp and > 0 ? kvp : null,
            ConvolutionKernel = string.Join('\\', Texts(d, DicomTag.ConvolutionKernel)),
            ContrastBolusAgent = Contrast(d),
            FrameOfReferenceUid = Text(d, DicomTag.FrameOfReferenceUID),
            Manufacturer = Text(d, DicomTag.Manufacturer),
            ManufacturerModelName = Text(d, DicomTag.ManufacturerModelName),
            AcquisitionDateTime = Text(d, DicomTag.AcquisitionDateTime) is { Length: > 0 } at ? at : Text(d, DicomTag.AcquisitionDate) + Text(d, DicomTag.AcquisitionTime),
            Rows = Whole(d, DicomTag.Rows) ?? 0,
            Columns = Whole(d, DicomTag.Columns) ?? 0,
            NumberOfFrames = Math.Max(1, Whole(d, DicomTag.NumberOfFrames) ?? 1),
            SamplesPerPixel = Whole(d, DicomTag.SamplesPerPixel) ?? 1,
            PhotometricInterpretation = Text(d, DicomTag.PhotometricInterpretation),
            HasPixelData = d.Contains(DicomTag.PixelData) || d.Contains(DicomTag.FloatPixelData) || d.Contains(DicomTag.DoubleFloatPixelData),
            CodingSchemes = [.. Items(d, DicomTag.CodingSchemeIdentificationSequence).Select(i => Text(i, DicomTag.CodingSchemeDesignator)).Where(s => s.Length > 0)],
            ContributingManufacturers = [.. Items(d, DicomTag.ContributingEquipmentSequence).Select(i => Text(i, DicomTag.Manufacturer)).Where(s => s.Length > 0)],
        };
    }

    private static string Required(DicomDataset d, DicomTag tag) =>
        Text(d, tag) is { Length: > 0 } value ? value : throw new DicomDataException(tag, "is missing or empty");

    private static string Text(DicomDataset d, DicomTag tag) => d.GetString(tag)?.Trim() ?? "";

    private static string[] Texts(DicomDataset d, DicomTag tag) =>
        d.TryGetValues(tag, out string[]? values) ? [.. values.Select(v => v.Trim())] : [];

    private static int? Whole(DicomDataset d, DicomTag tag) => d.TryGetValues(tag, out int[]? values) ? values[0] : null;

    private static double? Number(DicomDataset d, DicomTag tag) =>
        d.TryGetValues(tag, out double[]? values) && double.IsFinite(values[0]) ? values[0] : null;

    private static double[]? Numbers(DicomDataset d, DicomTag tag, int count) =>
        d.TryGetValues(tag, out double[]? values) && values.Length == count && values.All(double.IsFinite) ? values : null;

    private static string[] Codes(DicomDataset d, DicomTag tag) =>
        [.. Items(d, tag).Select(i => Text(i, DicomTag.CodeValue)).Where(c => c.Length > 0)];

    private static IReadOnlyList<DicomDataset> Items(DicomDataset d, DicomTag tag) =>
        d.GetDicomItem<DicomSequence>(tag) is { } sequence ? [.. sequence.Items] : [];

    private static string Requested(DicomDataset d)
    {
        string own = Text(d, DicomTag.RequestedProcedureDescription);
        return own.Length > 0 ? own
            : Items(d, DicomTag.RequestAttributesSequence).Select(i => Text(i, DicomTag.RequestedProcedureDescription)).FirstOrDefault(t => t.Length > 0) ?? "";
    }

    private static string Contrast(DicomDataset d)
    {
        string agent = Text(d, DicomTag.ContrastBolusAgent);
        return agent.Length > 0 ? agent
            : Items(d, DicomTag.ContrastBolusAgentSequence).Select(i => Text(i, DicomTag.CodeMeaning)).FirstOrDefault(t => t.Length > 0) ?? "";
    }
}
