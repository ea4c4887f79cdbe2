namespace PacsAnalyzer.Dicom.Tests.IO;

/// <summary>The layout of PS3.5 chapter 7, byte for byte.</summary>
public sealed class GoldenBytesTests
{
    private const string ExplicitLittle = """
        08 00 05 00  43 53  0A 00  49 53 4F 5F 49 52 20 31 30 30   # (0008,0005) CS, 10 bytes: ISO_IR 100
        08 00 40 11  53 51  00 00  FF FF FF FF                     # (0008,1140) SQ, reserved, undefined length
          FE FF 00 E0  FF FF FF FF                                 # item, undefined length
            08 00 55 11  55 49  04 00  31 2E 32 00                 # (0008,1155) UI, 4 bytes: 1.2 and a NUL
          FE FF 0D E0  00 00 00 00                                 # item delimiter
        FE FF DD E0  00 00 00 00                                   # sequence delimiter
        10 00 10 00  50 4E  06 00  4D FC 6C 6C 65 72               # (0010,0010) PN, 6 bytes: Müller in ISO 8859-1
        28 00 10 00  55 53  02 00  00 02                           # (0028,0010) US, 2 bytes: 512
        28 00 09 00  41 54  04 00  18 00 63 10                     # (0028,0009) AT, 4 bytes: (0018,1063)
        E0 7F 10 00  4F 57  00 00  04 00 00 00  01 02 03 04        # (7FE0,0010) OW, reserved, 4 bytes
        """;

    private const string ImplicitLittle = """
        08 00 05 00  0A 00 00 00  49 53 4F 5F 49 52 20 31 30 30    # (0008,0005), 10 bytes: ISO_IR 100
        08 00 40 11  FF FF FF FF                                   # (0008,1140), undefined length
          FE FF 00 E0  FF FF FF FF
            08 00 55 11  04 00 00 00  31 2E 32 00                  # (0008,1155), 4 bytes: 1.2 and a NUL
          FE FF 0D E0  00 00 00 00
        FE FF DD E0  00 00 00 00
        10 00 10 00  06 00 00 00  4D FC 6C 6C 65 72                # (0010,0010), 6 bytes: Müller
        28 00 10 00  02 00 00 00  00 02                            # (0028,0010), 2 bytes: 512
        28 00 09 00  04 00 00 00  18 00 63 10                      # (0028,0009), 4 bytes
        E0 7F 10 00  04 00 00 00  01 02 03 04                      # (7FE0,0010), 4 bytes
        """;

    private const string ExplicitBig = """
        00 08 00 05  43 53  00 0A  49 53 4F 5F 49 52 20 31 30 30   # tags and lengths turned round, text not
        00 08 11 40  53 51  00 00  FF FF FF FF
          FF FE E0 00  FF FF FF FF
            00 08 11 55  55 49  00 04  31 2E 32 00
          FF FE E0 0D  00 00 00 00
        FF FE E0 DD  00 00 00 00
        00 10 00 10  50 4E  00 06  4D FC 6C 6C 65 72
        00 28 00 10  55 53  00 02  02 00                           # 512, big endian
        00 28 00 09  41 54  00 04  00 18 10 63                     # a tag: each half turned round
        7F E0 00 10  4F 57  00 00  00 00 00 04  02 01 04 03        # words turned round
        """;

    public static TheoryData<string, string> Layouts { get; } = new()
    {
        { DicomUID.ExplicitVRLittleEndian.Uid, ExplicitLittle },
        { DicomUID.ImplicitVRLittleEndian.Uid, ImplicitLittle },
        { DicomUID.ExplicitVRBigEndian.Uid, ExplicitBig },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_data_set_is_written_as_the_standard_lays_it_out(string uid, string expected) =>
        DicomDatasetWriter.ToBytes(Example(), DicomTransferSyntax.Lookup(uid)!).ShouldBe(Sorted(expected));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_layout_of_the_standard_is_read(string uid, string layout)
    {
        DicomDataset read = DicomDatasetReader.Read(Hex.Of(layout), DicomTransferSyntax.Lookup(uid)!);

        read.GetString(DicomTag.PatientName).ShouldBe("Müller");
        read.GetSequence(DicomTag.ReferencedImageSequence).Items.Single().GetString(DicomTag.ReferencedSOPInstanceUID).ShouldBe("1.2");
        read.GetSingleValue<ushort>(DicomTag.Rows).ShouldBe((ushort)512);
        read.GetSingleValue<DicomTag>(DicomTag.FrameIncrementPointer).ShouldBe(DicomTag.FrameTime);
        read.GetValues<ushort>(DicomTag.PixelData).ShouldBe([0x0201, 0x0403]);
    }

    [Fact]
    public void Encapsulated_pixel_data_have_an_offset_table_and_fragments()
    {
        byte[] bytes = Hex.Of("""
            E0 7F 10 00  4F 42  00 00  FF FF FF FF     # (7FE0,0010) OB, undefined length
            FE FF 00 E0  08 00 00 00  00 00 00 00  0A 00 00 00   # offset table of two frames
            FE FF 00 E0  02 00 00 00  01 02            # first fragment
            FE FF 00 E0  04 00 00 00  03 04 05 00      # second fragment, padded
            FE FF DD E0  00 00 00 00
            """);

        DicomDataset read = DicomDatasetReader.Read(bytes, DicomTransferSyntax.RLELossless);
        DicomFragmentSequence pixels = read.GetDicomItem<DicomFragmentSequence>(DicomTag.PixelData).ShouldNotBeNull();

        pixels.OffsetTable.ShouldBe([0u, 10u]);
        pixels.Fragments.Select(fragment => fragment.GetBytes()).ShouldBe([[1, 2], [3, 4, 5, 0]]);
        DicomDatasetWriter.ToBytes(read, DicomTransferSyntax.RLELossless).ShouldBe(bytes);
    }

    [Fact]
    public void A_command_set_begins_with_its_length()
    {
        DicomDataset command = new DicomDataset()
            .Add(DicomTag.AffectedSOPClassUID, DicomUID.Verification)
            .Add(DicomTag.CommandField, (ushort)0x0030)
            .Add(DicomTag.MessageID, (ushort)7)
            .Add(DicomTag.CommandDataSetType, (ushort)0x0101);

        DicomDatasetWriter.ToBytes(command, DicomTransferSyntax.ImplicitVRLittleEndian).ShouldBe(Hex.Of("""
            00 00 00 00  04 00 00 00  38 00 00 00      # (0000,0000) group length: 56 bytes follow
            00 00 02 00  12 00 00 00  31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 31 2E 31 00
            00 00 00 01  02 00 00 00  30 00            # C-ECHO-RQ
            00 00 10 01  02 00 00 00  07 00
            00 00 00 08  02 00 00 00  01 01            # no data set
            """));
    }

    [Fact]
    public void A_value_too_long_for_a_short_length_is_written_as_UN()
    {
        DicomDataset dataset = new DicomDataset().Add(DicomVR.DS, DicomTag.WindowCenter, [.. Enumerable.Repeat("1.25", 20000)]);

        byte[] bytes = DicomDatasetWriter.ToBytes(dataset, DicomTransferSyntax.ExplicitVRLittleEndian);

        bytes.AsSpan(4, 4).ToArray().ShouldBe("UN\0\0"u8.ToArray());
        DicomDatasetReader.Read(bytes, DicomTransferSyntax.ExplicitVRLittleEndian).GetValues<double>(DicomTag.WindowCenter).Length.ShouldBe(20000);
    }

    private static DicomDataset Example() => new DicomDataset()
        .Add(DicomTag.SpecificCharacterSet, "ISO_IR 100")
        .Add(DicomTag.ReferencedImageSequence, new DicomDataset().Add(DicomTag.ReferencedSOPInstanceUID, "1.2"))
        .Add(DicomTag.PatientName, "Müller")
        .Add(DicomTag.Rows, (ushort)512)
        .Add(DicomTag.FrameIncrementPointer, DicomTag.FrameTime)
        .Add(DicomVR.OW, DicomTag.PixelData, new byte[] { 1, 2, 3, 4 });

    // The layouts above list (0028,0010) first, to be read as elements out of order; written, the order is by tag.
    private static byte[] Sorted(string layout)
    {
        List<string> lines = [.. layout.Split('\n')];
        int rows = lines.FindIndex(line => line.StartsWith("28 00 10 00", StringComparison.Ordinal) || line.StartsWith("00 28 00 10", StringComparison.Ordinal));
        (lines[rows], lines[rows + 1]) = (lines[rows + 1], lines[rows]);
        return Hex.Of(string.Join('\n', lines));
    }
}
