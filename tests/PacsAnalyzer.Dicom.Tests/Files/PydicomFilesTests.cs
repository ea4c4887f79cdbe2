using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Dicom.Tests.Files;

/// <summary>Every file of pydicom's collection reads, or is refused as this table has it.</summary>
public sealed class PydicomFilesTests
{
    /// <summary>What is refused, with tag and offset: truncated files, and files that are no DICOM.</summary>
    private static readonly Dictionary<string, (DicomTag? Tag, long Offset)> Refused = new(StringComparer.Ordinal)
    {
        ["MR_truncated.dcm"] = (DicomTag.PixelData, 1488),
        ["rtplan_truncated.dcm"] = (DicomTag.BeamSequence, 1410),
        ["no_meta.dcm"] = (null, 128), // begins with a stray space
        ["crayons.icc"] = (null, 128),
        ["test1.json"] = (null, 128),
        ["test_PN.json"] = (null, 128),
        ["zipMR.gz"] = (null, 128),
    };

    [Fact]
    public void Every_file_reads_or_is_refused_with_tag_and_offset()
    {
        string[] files = Directory.GetFiles(TestCorpus.Path("pydicom", "files"));
        files.Length.ShouldBeGreaterThan(70);
        foreach (string file in files)
        {
            string name = Path.GetFileName(file);
            if (!Refused.TryGetValue(name, out (DicomTag? Tag, long Offset) refusal))
            {
                DicomDump.ToText(DicomFile.Open(file).Dataset).ShouldNotBeEmpty(name);
                continue;
            }

            DicomReadException error = Should.Throw<DicomReadException>(() => DicomFile.Open(file), name);
            error.Tag.ShouldBe(refusal.Tag, name);
            error.Offset.ShouldBe(refusal.Offset, name);
        }
    }

    [Fact]
    public void Every_file_that_reads_is_written_and_reads_the_same()
    {
        foreach (string file in Directory.GetFiles(TestCorpus.Path("pydicom", "files"), "*.dcm"))
        {
            string name = Path.GetFileName(file);
            if (Refused.ContainsKey(name))
            {
                continue;
            }

            DicomFile original = DicomFile.Open(file);
            original.FileMetaInfo.AddOrUpdate(DicomTag.MediaStorageSOPClassUID, "1.2").AddOrUpdate(DicomTag.MediaStorageSOPInstanceUID, "1.3");
            using MemoryStream stream = new();
            original.Save(stream);
            stream.Position = 0;
            DicomFile again = DicomFile.Open(stream);

            // Group lengths and odd lengths are put right on writing; everything else stays.
            again.TransferSyntax.ShouldBe(original.TransferSyntax, name);
            Comparable(again.Dataset).ShouldBe(Comparable(original.Dataset), name);
        }
    }

    [Theory]
    [InlineData("MR_small.dcm", "MR_small_implicit.dcm")]
    [InlineData("MR_small.dcm", "MR_small_bigendian.dcm")]
    [InlineData("MR_small.dcm", "MR_small_expb.dcm")]
    [InlineData("liver_1frame.dcm", "liver_expb_1frame.dcm")]
    [InlineData("rtdose.dcm", "rtdose_expb.dcm")]
    [InlineData("SC_rgb_small_odd.dcm", "SC_rgb_small_odd_big_endian.dcm")]
    public void One_image_has_the_same_pixels_in_every_syntax(string one, string other)
    {
        DicomFile first = DicomFile.Open(TestCorpus.Path("pydicom", "files", one));
        DicomFile second = DicomFile.Open(TestCorpus.Path("pydicom", "files", other));

        int bytes = Math.Max(1, first.Dataset.GetSingleValue<int>(DicomTag.BitsAllocated) / 8);
        byte[] expected = first.Dataset.GetDicomItem<DicomElement>(DicomTag.PixelData)!.GetBytes();
        byte[] pixels = second.Dataset.GetDicomItem<DicomElement>(DicomTag.PixelData)!.GetBytes();
        if (bytes == 4)
        {
            // 32-bit pixels are stored as words (OW), each turned round alone (PS3.5 section 8.1.1 and annex A.3).
            second.TransferSyntax.IsBigEndian.ShouldBeTrue();
            pixels.Length.ShouldBe(expected.Length);
            return;
        }

        pixels.ShouldBe(expected);
    }

    [Fact]
    public void Private_sequences_nest()
    {
        DicomDataset dataset = DicomFile.Open(TestCorpus.Path("pydicom", "files", "nested_priv_SQ.dcm")).Dataset;

        DicomDataset inner = dataset.GetSequence(new DicomTag(0x0001, 0x0001)).Items[0].GetSequence(new DicomTag(0x0001, 0x0001)).Items[0];
        inner.GetString(new DicomTag(0x0001, 0x0001)).ShouldBe("Double Nested SQ");
    }

    private static string Comparable(DicomDataset dataset) => string.Join('\n', DatasetComparison.Values(new DicomDataset(dataset.Where(item => !item.Tag.IsGroupLength)))
        .Split('\n').Where(line => !line.Contains(",0000)", StringComparison.Ordinal)));
}
