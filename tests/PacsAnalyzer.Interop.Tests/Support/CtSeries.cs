using System.Globalization;
using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>A small CT series made for a test: 64 by 64 pixels a slice, UIDs derived from its name.</summary>
internal sealed class CtSeries
{
    private const int Size = 64;

    private CtSeries(string name, IReadOnlyList<string> files, IReadOnlyList<string> uids)
    {
        StudyInstanceUid = Uid(name, "study");
        SeriesInstanceUid = Uid(name, "series");
        Files = files;
        SopInstanceUids = uids;
    }

    public string StudyInstanceUid { get; }

    public string SeriesInstanceUid { get; }

    /// <summary>One file a slice, in order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>UIDs of <see cref="Files"/>.</summary>
    public IReadOnlyList<string> SopInstanceUids { get; }

    /// <summary>Writes a series into a folder.</summary>
    public static CtSeries Write(string folder, string name, int slices)
    {
        var files = new List<string>(slices);
        var uids = new List<string>(slices);
        for (int i = 0; i < slices; i++)
        {
            DicomDataset slice = Slice(name, i);
            string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"slice-{i:d4}.dcm"));
            new DicomFile(slice, DicomTransferSyntax.ExplicitVRLittleEndian).Save(file);
            files.Add(file);
            uids.Add(slice.GetString(DicomTag.SOPInstanceUID)!);
        }

        return new CtSeries(name, files, uids);
    }

    /// <summary>One slice.</summary>
    public static DicomDataset Slice(string name, int index)
    {
        var pixels = new ushort[Size * Size];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (ushort)(1024 + ((i * 7) + (index * 13)) % 200);
        }

        return new DicomDataset()
            .Add(DicomTag.SpecificCharacterSet, "ISO_IR 100")
            .Add(DicomTag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL")
            .Add(DicomTag.SOPClassUID, DicomUID.CTImageStorage)
            .Add(DicomTag.SOPInstanceUID, Uid(name, index.ToString(CultureInfo.InvariantCulture)))
            .Add(DicomTag.StudyDate, "20260102")
            .Add(DicomTag.StudyTime, "101112")
            .Add(DicomTag.Modality, "CT")
            .Add(DicomTag.Manufacturer, "Interop")
            .Add(DicomTag.PatientName, "Interop^" + name)
            .Add(DicomTag.PatientID, "INTEROP-" + name)
            .Add(DicomTag.PatientBirthDate, "19600101")
            .Add(DicomTag.PatientSex, "F")
            .Add(DicomTag.BodyPartExamined, "LSPINE")
            .Add(DicomTag.SliceThickness, "2")
            .Add(DicomTag.KVP, "120")
            .Add(DicomTag.StudyInstanceUID, Uid(name, "study"))
            .Add(DicomTag.SeriesInstanceUID, Uid(name, "series"))
            .Add(DicomTag.SeriesNumber, "2")
            .Add(DicomTag.InstanceNumber, (index + 1).ToString(CultureInfo.InvariantCulture))
            .Add(DicomTag.FrameOfReferenceUID, Uid(name, "frame"))
            .Add(DicomTag.ImagePositionPatient, "-80", "-80", (2 * index).ToString(CultureInfo.InvariantCulture))
            .Add(DicomTag.ImageOrientationPatient, "1", "0", "0", "0", "1", "0")
            .Add(DicomTag.SamplesPerPixel, (ushort)1)
            .Add(DicomTag.PhotometricInterpretation, "MONOCHROME2")
            .Add(DicomTag.Rows, (ushort)Size)
            .Add(DicomTag.Columns, (ushort)Size)
            .Add(DicomTag.PixelSpacing, "2.5", "2.5")
            .Add(DicomTag.BitsAllocated, (ushort)16)
            .Add(DicomTag.BitsStored, (ushort)12)
            .Add(DicomTag.HighBit, (ushort)11)
            .Add(DicomTag.PixelRepresentation, (ushort)0)
            .Add(DicomTag.RescaleIntercept, "-1024")
            .Add(DicomTag.RescaleSlope, "1")
            .Add(DicomVR.OW, DicomTag.PixelData, pixels);
    }

    private static string Uid(string name, string part) => DerivedUid.Create("interop-test", name, part);
}
