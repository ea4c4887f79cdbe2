using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.SrWriter.Tests.Fixtures;

/// <summary>Headers of made-up series.</summary>
internal static class Sources
{
    internal const string Study = "2.25.1001";
    internal const string FilmSeries = "2.25.1002";
    internal const string Film = "2.25.1003";
    internal const string SpineSeries = "2.25.2002";
    internal const string FrameOfReference = "2.25.2009";

    internal static SourceSeries FilmOf(Action<DicomDataset>? change = null)
    {
        DicomDataset film = Common("DX", FilmSeries, Film, DicomUID.DigitalXRayImageStorageForPresentation.Uid)
            .Add(DicomTag.PixelSpacing, "0.2", "0.2")
            .Add(DicomTag.ImagerPixelSpacing, "0.24", "0.24")
            .Add(DicomTag.ViewPosition, "AP")
            .Add(DicomTag.PatientOrientation, "L", "F")
            .Add(DicomTag.Rows, 1400)
            .Add(DicomTag.Columns, 1900);
        change?.Invoke(film);
        return SourceSeries.FromDatasets([film]);
    }

    internal static string Slice(int index) => $"2.25.3{index:000}";

    /// <summary>A sagittal CT series (rows to the back, columns to the feet), or an axial one.</summary>
    internal static SourceSeries SpineOf(bool isSagittal, int count = 5, Action<DicomDataset>? change = null) => SourceSeries.FromDatasets(Enumerable.Range(0, count).Select(i =>
    {
        DicomDataset slice = Common("CT", SpineSeries, Slice(i), DicomUID.CTImageStorage.Uid)
            .Add(DicomTag.FrameOfReferenceUID, FrameOfReference)
            .Add(DicomTag.PixelSpacing, "0.7", "0.7")
            .Add(DicomTag.SliceThickness, "3")
            .Add(DicomTag.KVP, "120")
            .Add(DicomTag.Rows, 512)
            .Add(DicomTag.Columns, 512);
        if (isSagittal)
        {
            slice.Add(DicomTag.ImageOrientationPatient, "0", "1", "0", "0", "0", "-1").Add(DicomTag.ImagePositionPatient, $"{i * 3}", "-100", "200");
        }
        else
        {
            slice.Add(DicomTag.ImageOrientationPatient, "1", "0", "0", "0", "1", "0").Add(DicomTag.ImagePositionPatient, "-180", "-180", $"{i * 3}");
        }

        change?.Invoke(slice);
        return slice;
    }));

    private static DicomDataset Common(string modality, string series, string instance, string sopClass) => new DicomDataset()
        .Add(DicomTag.SpecificCharacterSet, "ISO_IR 100")
        .Add(DicomTag.SOPClassUID, sopClass)
        .Add(DicomTag.SOPInstanceUID, instance)
        .Add(DicomTag.StudyInstanceUID, Study)
        .Add(DicomTag.SeriesInstanceUID, series)
        .Add(DicomTag.Modality, modality)
        .Add(DicomTag.PatientName, "Müller^Jürgen")
        .Add(DicomTag.PatientID, "P-4711")
        .Add(DicomTag.IssuerOfPatientID, "HOSPITAL")
        .Add(DicomTag.PatientBirthDate, "19500102")
        .Add(DicomTag.PatientSex, "M")
        .Add(DicomTag.QualityControlSubject, "NO")
        .Add(DicomTag.StudyDate, "20260301")
        .Add(DicomTag.StudyTime, "101530")
        .Add(DicomTag.StudyID, "S77")
        .Add(DicomTag.StudyDescription, "Control after surgery")
        .Add(DicomTag.AccessionNumber, "A-0815")
        .Add(DicomTag.ReferringPhysicianName, "Weiß^Anna")
        .Add(DicomTag.TimezoneOffsetFromUTC, "+0800")
        .Add(DicomTag.IssuerOfPatientIDQualifiersSequence, new DicomDataset().Add(DicomTag.UniversalEntityID, "1.2.3.4").Add(DicomTag.UniversalEntityIDType, "ISO"))
        .Add(DicomTag.IssuerOfAccessionNumberSequence, new DicomDataset().Add(DicomTag.LocalNamespaceEntityID, "RIS"))
        .Add(DicomTag.RequestAttributesSequence, new DicomDataset()
            .Add(DicomTag.RequestedProcedureID, "RP1")
            .Add(DicomTag.ScheduledProcedureStepID, "SPS1")
            .Add(DicomTag.RequestedProcedureDescription, "Pelvis AP"));
}
