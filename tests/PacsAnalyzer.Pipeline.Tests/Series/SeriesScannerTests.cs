using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Images;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Pipeline.Spine;
using PacsAnalyzer.Pipeline.Tests.Support;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Pipeline.Tests.Series;

public sealed class SeriesScannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string[] Write(string name, Action<DicomDataset>? change = null)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        return new BoxSpine().Write(folder, new Vector3(-8, 12, 0), new Vector3(0, 0, 2), 3, new Vector3(1, 0, 0), new Vector3(0, 1, 0), 8, 8, 2, change);
    }

    [Fact]
    public void Files_are_grouped_by_series_and_what_cannot_be_read_is_reported()
    {
        Write("a");
        Write("b", d =>
        {
            d.AddOrUpdate(DicomTag.SeriesInstanceUID, "1.2.3.9");
            d.AddOrUpdate(DicomTag.SOPInstanceUID, d.GetString(DicomTag.SOPInstanceUID) + ".9");
        });
        Write("copy-of-a");
        _folder.File("c/not-dicom.dcm", "hello");
        _folder.File("c/notes.txt", "hello");
        ScanResult result = SeriesScanner.Scan([_folder.Path, Path.Combine(_folder.Path, "absent")]);
        result.Series.Select(s => (s.SeriesInstanceUid, s.Instances.Count)).ShouldBe([("1.2.3.4", 3), ("1.2.3.9", 3)]);
        result.Unreadable.Count.ShouldBe(2);
        result.Unreadable.ShouldContain(u => u.File.EndsWith("not-dicom.dcm") && u.Reason.Length > 0 && !u.Reason.Contains('\n'));
        result.Unreadable.ShouldContain(u => u.File.EndsWith("absent") && u.Reason == "no such file or folder");
    }

    [Fact]
    public void A_header_holds_what_routing_and_geometry_need()
    {
        string file = Write("a", d =>
        {
            d.AddOrUpdate(DicomTag.ContrastBolusAgent, "NONE");
            d.AddOrUpdate(DicomTag.ConvolutionKernel, "Br38f", "3");
            d.AddOrUpdate(DicomTag.PixelSpacing, "0.5", "0.6");
            d.AddOrUpdate(DicomTag.AnatomicRegionSequence, new DicomDataset().AddOrUpdate(DicomTag.CodeValue, "816092008"));
            d.AddOrUpdate(DicomTag.CodingSchemeIdentificationSequence, new DicomDataset().AddOrUpdate(DicomTag.CodingSchemeDesignator, "99PACSANALYZER"));
        })[1];
        InstanceHeader h = InstanceHeaderReader.Read(DicomFile.Open(file));
        h.SopInstanceUid.ShouldBe("1.2.3.4.2");
        h.HasContrast.ShouldBeFalse();
        h.ConvolutionKernel.ShouldBe("Br38f\\3");
        h.PixelSpacing.ShouldBe([0.5, 0.6]);
        h.ImagePositionPatient.ShouldBe([-8, 12, 2]);
        h.Kvp.ShouldBe(120);
        h.AnatomicRegionCodes.ShouldBe(["816092008"]);
        h.CodingSchemes.ShouldBe(["99PACSANALYZER"]);
        h.HasPixelData.ShouldBeTrue();
        h.HasPlane.ShouldBeTrue();
    }

    [Fact]
    public void A_data_set_without_its_uids_is_refused_by_name()
    {
        string[] files = Write("a", d => d.Remove(DicomTag.StudyInstanceUID));
        SeriesScanner.Scan(files).Unreadable[0].Reason.ShouldContain("StudyInstanceUID");
    }

    [Fact]
    public void A_real_series_is_ordered_and_loaded()
    {
        // The files' UIDs were blanked by whoever published them; the meta information kept the instance's.
        string[] files = [.. Directory.GetFiles(TestCorpus.Path("ct-series"), "CT.*")];
        var headers = new List<InstanceHeader>();
        var opened = new Dictionary<string, DicomFile>();
        foreach (string path in files)
        {
            DicomFile file = DicomFile.Open(path);
            file.Dataset.AddOrUpdate(DicomTag.StudyInstanceUID, "1.2.3");
            file.Dataset.AddOrUpdate(DicomTag.SeriesInstanceUID, "1.2.3.4");
            InstanceHeader header = InstanceHeaderReader.Read(file);
            headers.Add(header);
            opened[header.SopInstanceUid] = file;
        }

        SeriesGeometry geometry = SeriesGeometry.Of(headers);
        geometry.Slices.Count.ShouldBe(20);
        geometry.Gaps.ShouldBeEmpty();
        geometry.SpacingMm.ShouldBe(2, 0.01);
        HuVolume volume = VolumeLoader.Load(geometry, opened, new DicomImageReader(), CancellationToken.None);
        (volume.Columns, volume.Rows, volume.Slices).ShouldBe((512, 512, 20));
        volume[0, 0, 0].ShouldBeLessThan((short)-900);
        BoneProfile.Lateral(volume, 1).ShouldBeInRange(-40, 40);
    }
}
