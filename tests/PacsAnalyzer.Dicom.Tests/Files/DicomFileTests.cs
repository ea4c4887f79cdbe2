using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Dicom.Tests.Files;

public sealed class DicomFileTests
{
    public static TheoryData<string> Syntaxes { get; } =
    [
        DicomUID.ImplicitVRLittleEndian.Uid, DicomUID.ExplicitVRLittleEndian.Uid, DicomUID.ExplicitVRBigEndian.Uid,
        DicomUID.DeflatedExplicitVRLittleEndian.Uid,
    ];

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void A_file_is_saved_and_converted_between_uncompressed_syntaxes(string uid)
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "image.dcm");
        DicomTransferSyntax syntax = DicomTransferSyntax.Lookup(uid)!;
        Example().Save(path, syntax);

        DicomFile read = DicomFile.Open(path);

        read.TransferSyntax.ShouldBe(syntax);
        read.FileMetaInfo.GetString(DicomTag.TransferSyntaxUID).ShouldBe(uid);
        read.FileMetaInfo.GetString(DicomTag.MediaStorageSOPInstanceUID).ShouldBe("1.2.3");
        read.FileMetaInfo.GetString(DicomTag.ImplementationClassUID).ShouldBe(DicomImplementation.ClassUid);
        DicomElement pixels = read.Dataset.GetDicomItem<DicomElement>(DicomTag.PixelData).ShouldNotBeNull();
        pixels.Buffer.IsMemory.ShouldBeFalse();
        pixels.GetValues<ushort>().ShouldBe([1, 2, 0x1234, 0xFFFF]);
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void A_file_whose_values_are_on_disk_is_saved_over_itself()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "image.dcm");
        Example().Save(path);
        DicomFile read = DicomFile.Open(path);
        read.Dataset.AddOrUpdate(DicomTag.PatientName, "Another^Name^That^Moves^The^Pixels");

        read.Save(path, DicomTransferSyntax.ImplicitVRLittleEndian);

        DicomFile.Open(path).Dataset.GetValues<ushort>(DicomTag.PixelData).ShouldBe([1, 2, 0x1234, 0xFFFF]);
    }

    [Fact]
    public void File_meta_information_begins_with_its_length()
    {
        using MemoryStream stream = new();
        Example().Save(stream);
        byte[] bytes = stream.ToArray();

        bytes.AsSpan(0, 128).ToArray().ShouldAllBe(value => value == 0);
        bytes.AsSpan(128, 12).ToArray().ShouldBe([.. "DICM"u8, 0x02, 0x00, 0x00, 0x00, .. "UL"u8, 0x04, 0x00]);
        int length = BitConverter.ToInt32(bytes, 140);
        bytes.AsSpan(144 + length, 4).ToArray().ShouldBe([0x08, 0x00, 0x16, 0x00]);
    }

    [Fact]
    public void A_file_needs_a_SOP_instance()
    {
        using MemoryStream stream = new();
        Should.Throw<DicomDataException>(() => new DicomFile(new DicomDataset().Add(DicomTag.PatientName, "A")).Save(stream))
            .Tag.ShouldBe(DicomTag.MediaStorageSOPClassUID);
    }

    [Fact]
    public void Encapsulated_pixels_are_not_written_in_an_uncompressed_syntax()
    {
        DicomDataset dataset = Example().Dataset.Clone();
        dataset.AddOrUpdate(new DicomFragmentSequence(DicomTag.PixelData, DicomVR.OB, [], [new MemoryByteBuffer([1, 2])]));
        DicomFile file = new(dataset, DicomTransferSyntax.RLELossless);
        using MemoryStream stream = new();

        Should.Throw<DicomDataException>(() => file.Save(stream, DicomTransferSyntax.ExplicitVRLittleEndian)).Message.ShouldContain("decode");
        file.Save(stream);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stream_that_cannot_seek_reads_as_a_file_does(bool deflated)
    {
        using MemoryStream stream = new();
        Example().Save(stream, deflated ? DicomTransferSyntax.DeflatedExplicitVRLittleEndian : DicomTransferSyntax.ExplicitVRLittleEndian);
        using TricklingStream trickle = new(stream.ToArray());

        DicomFile.Open(trickle).Dataset.GetValues<ushort>(DicomTag.PixelData).ShouldBe([1, 2, 0x1234, 0xFFFF]);
    }

    [Fact]
    public void Two_gigabytes_of_pixels_are_opened_and_streamed_in_bounded_memory()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "large.dcm");
        const uint length = 0x80000000;
        using (FileStream stream = File.Create(path))
        {
            DicomFile small = new(new DicomDataset().Add(DicomTag.SOPClassUID, "1.2").Add(DicomTag.SOPInstanceUID, "1.3"));
            small.Save(stream);
            stream.Write([0xE0, 0x7F, 0x10, 0x00, (byte)'O', (byte)'W', 0, 0, .. BitConverter.GetBytes(length)]);
            stream.SetLength(stream.Position + length); // a hole in the file: no space, no time
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        DicomElement pixels = DicomFile.Open(path).Dataset.GetDicomItem<DicomElement>(DicomTag.PixelData).ShouldNotBeNull();
        pixels.Length.ShouldBe(length);
        using (Stream stream = pixels.OpenStream())
        {
            stream.Seek(-16, SeekOrigin.End);
            stream.ReadAtLeast(new byte[32], 32, throwOnEndOfStream: false).ShouldBe(16);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
        Should.Throw<DicomDataException>(() => pixels.GetBytes()).Message.ShouldContain("OpenStream");
    }

    [Fact]
    public void Large_pixels_are_copied_in_bounded_memory()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "large.dcm");
        DicomDataset dataset = Example().Dataset.Clone();
        dataset.AddOrUpdate(DicomVR.OW, DicomTag.PixelData, new byte[48 << 20]);
        new DicomFile(dataset).Save(path);
        DicomFile file = DicomFile.Open(path);

        long before = GC.GetAllocatedBytesForCurrentThread();
        file.Save(Path.Combine(folder.Path, "big.dcm"), DicomTransferSyntax.ExplicitVRBigEndian);
        DicomFile.Open(Path.Combine(folder.Path, "big.dcm")).Save(Path.Combine(folder.Path, "deflated.dcm"), DicomTransferSyntax.DeflatedExplicitVRLittleEndian);
        DicomFile deflated = DicomFile.Open(Path.Combine(folder.Path, "deflated.dcm"));
        deflated.Dataset.GetDicomItem<DicomElement>(DicomTag.PixelData)!.Length.ShouldBe(48 << 20);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public void Long_values_stay_on_disk_and_many_short_ones_too()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "values.dcm");
        DicomDataset dataset = Example().Dataset.Clone();
        dataset.AddOrUpdate(DicomVR.UT, DicomTag.SelectorUTValue, new string('x', 100_000));
        dataset.AddOrUpdate(DicomVR.LT, DicomTag.SelectorLTValue, new string('y', 1000));
        new DicomFile(dataset).Save(path);

        DicomDataset read = DicomFile.Open(path, new DicomReadOptions { Limits = new DicomReadLimits { MaxBytesKept = 500 } }).Dataset;

        read.GetDicomItem<DicomElement>(DicomTag.SelectorUTValue)!.Buffer.IsMemory.ShouldBeFalse();
        read.GetDicomItem<DicomElement>(DicomTag.SelectorLTValue)!.Buffer.IsMemory.ShouldBeFalse();
        read.GetString(DicomTag.SelectorLTValue).ShouldBe(new string('y', 1000));
    }

    [Theory]
    [InlineData("")]
    [InlineData("DICM")]
    [InlineData("Some text that is no DICOM file, but longer than the preamble is, so that the reader has to look at what follows it before it says no.")]
    public void What_is_no_DICOM_file_is_refused_in_one_line(string text)
    {
        using MemoryStream stream = new(System.Text.Encoding.ASCII.GetBytes(text));

        DicomReadException error = Should.Throw<DicomReadException>(() => DicomFile.Open(stream));

        error.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_file_without_preamble_and_meta_information_is_read_where_that_is_forgiven()
    {
        byte[] bytes = DicomDatasetWriter.ToBytes(Example().Dataset, DicomTransferSyntax.ExplicitVRBigEndian);
        using MemoryStream stream = new(bytes);

        DicomFile.Open(stream).TransferSyntax.ShouldBe(DicomTransferSyntax.ExplicitVRBigEndian);
        stream.Position = 0;
        Should.Throw<DicomReadException>(() => DicomFile.Open(stream, new DicomReadOptions { Leniency = DicomLeniency.None }));
    }

    [Fact]
    public void A_wrong_transfer_syntax_is_seen_through_where_that_is_forgiven()
    {
        using MemoryStream stream = new();
        Example().Save(stream, DicomTransferSyntax.ExplicitVRLittleEndian);
        int split = 144 + BitConverter.ToInt32(stream.ToArray(), 140);
        byte[] wrong = [.. stream.ToArray()[..split], .. DicomDatasetWriter.ToBytes(Example().Dataset, DicomTransferSyntax.ImplicitVRLittleEndian)];

        using MemoryStream lenient = new(wrong);
        DicomFile.Open(lenient).TransferSyntax.ShouldBe(DicomTransferSyntax.ImplicitVRLittleEndian);
        using MemoryStream strict = new(wrong);
        Should.Throw<DicomReadException>(() => DicomFile.Open(strict, new DicomReadOptions { Leniency = DicomLeniency.None })).Tag.ShouldBe(DicomTag.TransferSyntaxUID);
    }

    private static DicomFile Example() => new(new DicomDataset()
        .Add(DicomTag.SOPClassUID, DicomUID.CTImageStorage)
        .Add(DicomTag.SOPInstanceUID, "1.2.3")
        .Add(DicomTag.PatientName, "Test^Name")
        .Add(DicomTag.Rows, 2).Add(DicomTag.Columns, 2).Add(DicomTag.BitsAllocated, 16)
        .Add(DicomTag.PixelData, (ushort)1, (ushort)2, (ushort)0x1234, (ushort)0xFFFF));
}
