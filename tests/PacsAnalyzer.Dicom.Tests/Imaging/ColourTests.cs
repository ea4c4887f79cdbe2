using PacsAnalyzer.Dicom.Imaging;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>Photometric interpretations, planes and single bits of native pixel data.</summary>
public sealed class ColourTests
{
    private static readonly int[] FirstMapped = [-1, 0, 1];

    [Fact]
    public void Planes_are_brought_together() =>
        TestImage.Open(TestImage.Native(TestImage.Format(2, 1, 8, samples: 3, planar: 1), [1, 2, 3, 4, 5, 6])).GetFrame(0).ShouldBe(new byte[] { 1, 3, 5, 2, 4, 6 });

    [Fact]
    public void Sixteen_bit_planes_are_brought_together_and_reduced()
    {
        DicomPixelData pixels = TestImage.Open(TestImage.Native(TestImage.Format(1, 1, 16, samples: 3, planar: 1), TestImage.Words(0x1234, 0x5678, 0xFFFF)));
        pixels.GetFrame(0).ShouldBe(TestImage.Words(0x1234, 0x5678, 0xFFFF));
        pixels.GetRgbFrame(0).ShouldBe(new byte[] { 0x12, 0x56, 0xFF });
    }

    [Fact]
    public void Full_range_ybr_becomes_rgb() => // Pure red, green, blue in the full range of ITU-R BT.601.
        TestImage.Open(TestImage.Native(TestImage.Format(3, 1, 8, samples: 3, photometric: "YBR_FULL"), [76, 85, 255, 150, 44, 21, 29, 255, 107]))
            .GetRgbFrame(0).ShouldBe(new byte[] { 254, 0, 0, 0, 255, 1, 0, 0, 254 });

    [Fact]
    public void Halved_chrominance_is_repeated()
    {
        DicomPixelData pixels = TestImage.Open(TestImage.Native(TestImage.Format(2, 1, 8, samples: 3, photometric: "YBR_FULL_422"), [10, 20, 128, 128]));
        DecodedFrame frame = pixels.Decode(0);
        frame.Pixels.ShouldBe(new byte[] { 10, 128, 128, 20, 128, 128 });
        frame.PhotometricInterpretation.ShouldBe("YBR_FULL");
        pixels.GetRgbFrame(0).ShouldBe(new byte[] { 10, 10, 10, 20, 20, 20 });
    }

    [Fact]
    public void Partial_range_reaches_black_and_white() =>
        TestImage.Open(TestImage.Native(TestImage.Format(2, 1, 8, samples: 3, photometric: "YBR_PARTIAL_422"), [16, 235, 128, 128]))
            .GetRgbFrame(0).ShouldBe(new byte[] { 0, 0, 0, 255, 255, 255 });

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void A_palette_is_looked_up_from_its_first_value(int bits)
    {
        DicomDataset dataset = TestImage.Native(TestImage.Format(4, 1, 8, photometric: "PALETTE COLOR"), [0, 1, 2, 9]);
        byte[] table = bits == 8 ? [10, 20, 30, 0] : TestImage.Words(10 << 8, 20 << 8, 30 << 8);
        DicomTag[] descriptors = [DicomTag.RedPaletteColorLookupTableDescriptor, DicomTag.GreenPaletteColorLookupTableDescriptor, DicomTag.BluePaletteColorLookupTableDescriptor];
        DicomTag[] data = [DicomTag.RedPaletteColorLookupTableData, DicomTag.GreenPaletteColorLookupTableData, DicomTag.BluePaletteColorLookupTableData];
        for (int c = 0; c < 3; c++)
        {
            dataset.Add(new DicomElement(descriptors[c], DicomVR.SS, TestImage.Words(3, FirstMapped[c], bits)));
            dataset.Add(new DicomElement(data[c], DicomVR.OW, table));
        }

        TestImage.Open(dataset).GetRgbFrame(0).ShouldBe(new byte[] { 20, 10, 10, 30, 20, 10, 30, 30, 20, 30, 30, 30 });
    }

    [Fact]
    public void A_palette_without_tables_is_told() =>
        Should.Throw<DicomCodecException>(() => TestImage.Open(TestImage.Native(TestImage.Format(1, 1, 8, photometric: "PALETTE COLOR"), [0])).GetRgbFrame(0))
            .Message.ShouldContain("PALETTE COLOR without RedPaletteColorLookupTableDescriptor");

    [Fact]
    public void Grey_is_not_called_colour() =>
        Should.Throw<DicomCodecException>(() => TestImage.Open(TestImage.Native(TestImage.Format(1, 1, 8), [0])).GetRgbFrame(0))
            .Message.ShouldEndWith("MONOCHROME2 with 1 samples is not turned into RGB");

    [Fact]
    public void Frames_of_single_bits_need_not_begin_at_a_byte()
    {
        // Two frames of 3 x 1 bits: 101 then 011, lowest bit first.
        DicomPixelData pixels = TestImage.Open(TestImage.Native(TestImage.Format(3, 1, 1), [0b0011_0101], frames: 2));
        pixels.GetFrame(0).ShouldBe(new byte[] { 1, 0, 1 });
        pixels.GetFrame(1).ShouldBe(new byte[] { 0, 1, 1 });
    }

    [Fact]
    public void A_frame_in_the_middle_is_read_by_itself() =>
        TestImage.Open(TestImage.Native(TestImage.Format(2, 1, 16), TestImage.Words(1, 2, 3, 4, 5, 6), frames: 3)).GetFrame(1).ShouldBe(TestImage.Words(3, 4));

    [Fact]
    public void Missing_pixels_are_told_by_frame() =>
        Should.Throw<DicomCodecException>(() => TestImage.Open(TestImage.Native(TestImage.Format(2, 1, 16), TestImage.Words(1, 2, 3), frames: 2)).GetFrame(1))
            .Message.ShouldEndWith("frame 2: pixel data have 6 bytes; frame 2 needs 8");
}
