using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Tests.Support;

/// <summary>Headers of made-up series.</summary>
internal static class Headers
{
    public static InstanceHeader Ct(int number, Vector3 position, double[]? orientation = null) => new()
    {
        SopInstanceUid = $"1.2.3.{number}",
        SopClassUid = "1.2.840.10008.5.1.4.1.1.2",
        StudyInstanceUid = "1.2",
        SeriesInstanceUid = "1.2.3",
        Modality = "CT",
        ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"],
        InstanceNumber = number,
        ImageOrientationPatient = orientation ?? [1, 0, 0, 0, 1, 0],
        ImagePositionPatient = position.ToArray(),
        PixelSpacing = [0.8, 0.8],
        Rows = 64,
        Columns = 64,
        FrameOfReferenceUid = "1.2.9",
        HasPixelData = true,
        PatientId = "P1",
    };

    public static InstanceHeader Film(string uid = "1.5.1") => new()
    {
        SopInstanceUid = uid,
        SopClassUid = "1.2.840.10008.5.1.4.1.1.1.1",
        StudyInstanceUid = "1.2",
        SeriesInstanceUid = "1.5",
        Modality = "DX",
        BodyPartExamined = "PELVIS",
        ViewPosition = "AP",
        HasPixelData = true,
        Rows = 100,
        Columns = 120,
        PatientId = "P1",
    };
}
