using PacsAnalyzer.Dicom.Imaging;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>From stored bits to the modality's values.</summary>
public sealed class GrayscaleImageTests
{
    [Fact]
    public void Without_a_transform_the_stored_values_come_out() => Values(TestImage.Format(3, 1, 16), TestImage.Words(0, 1, 65535)).ShouldBe([0, 1, 65535]);

    [Fact]
    public void Signed_values_are_extended_from_the_stored_bits() => // 12 bits: 0xFFF is -1 with or without sign bits above it.
        Values(TestImage.Format(4, 1, 16, 12, signed: true), TestImage.Words(0x0FFF, 0xFFFF, 0x0800, 0x07FF)).ShouldBe([-1, -1, -2048, 2047]);

    [Fact]
    public void Overlay_bits_above_the_stored_ones_are_masked() =>
        Values(TestImage.Format(3, 1, 16, 12), TestImage.Words(0xF001, 0x1FFF, 0x8000)).ShouldBe([1, 4095, 0]);

    [Fact]
    public void A_high_bit_above_the_stored_bits_shifts_the_value_down()
    {
        DicomDataset dataset = TestImage.Native(TestImage.Format(2, 1, 16, 12), TestImage.Words(0x1230, 0xFFF7));
        dataset.AddOrUpdate(DicomTag.HighBit, (ushort)15);
        Load(dataset).Values.ShouldBe([0x123, 0xFFF]);
    }

    [Fact]
    public void Slope_and_intercept_apply()
    {
        DicomDataset dataset = TestImage.Native(TestImage.Format(2, 1, 16), TestImage.Words(0, 1000));
        dataset.Add(DicomTag.RescaleSlope, "0.5").Add(DicomTag.RescaleIntercept, "-1024");
        Load(dataset).Values.ShouldBe([-1024, -524]);
    }

    [Fact]
    public void A_modality_table_goes_before_slope_and_clamps_at_its_ends()
    {
        DicomDataset dataset = TestImage.Native(TestImage.Format(5, 1, 16, 12, signed: true), TestImage.Words(-100, -2, -1, 0, 50));
        dataset.Add(DicomTag.RescaleSlope, "9");
        DicomDataset lut = new DicomDataset()
            .Add(new DicomElement(DicomTag.LUTDescriptor, DicomVR.SS, TestImage.Words(3, -2, 16)))
            .Add(new DicomElement(DicomTag.LUTData, DicomVR.OW, TestImage.Words(100, 200, 400)));
        dataset.Add(DicomTag.ModalityLUTSequence, lut);
        Load(dataset).Values.ShouldBe([100, 100, 200, 400, 400]);
    }

    [Fact]
    public void Frames_of_an_enhanced_image_have_their_own_slope()
    {
        DicomDataset dataset = TestImage.Native(TestImage.Format(1, 1, 16), TestImage.Words(10, 10), frames: 2);
        dataset.Add(DicomTag.PerFrameFunctionalGroupsSequence, Group("2", "0"), Group("3", "1"));
        Load(dataset, 0).Values.ShouldBe([20]);
        Load(dataset, 1).Values.ShouldBe([31]);

        static DicomDataset Group(string slope, string intercept) => new DicomDataset().Add(
            DicomTag.PixelValueTransformationSequence, new DicomDataset().Add(DicomTag.RescaleSlope, slope).Add(DicomTag.RescaleIntercept, intercept));
    }

    [Fact]
    public void A_slope_of_zero_is_refused()
    {
        DicomDataset dataset = TestImage.Native(TestImage.Format(1, 1, 8), [1]).Add(DicomTag.RescaleSlope, "0");
        Should.Throw<DicomCodecException>(() => Load(dataset)).Message.ShouldContain("RescaleSlope 0");
    }

    [Fact]
    public void Monochrome1_is_told_and_not_inverted()
    {
        GrayscaleImage image = Load(TestImage.Native(TestImage.Format(2, 1, 8, photometric: "MONOCHROME1"), [0, 255]));
        image.IsMonochrome1.ShouldBeTrue();
        image.Values.ShouldBe([0, 255]);
    }

    [Fact]
    public void Colour_is_refused() =>
        Should.Throw<DicomCodecException>(() => Load(TestImage.Native(TestImage.Format(1, 1, 8, samples: 3), [1, 2, 3]))).Message
            .ShouldEndWith("the image is RGB with 3 samples, not monochrome");

    private static float[] Values(FrameFormat format, byte[] pixels) => Load(TestImage.Native(format, pixels)).Values;

    private static GrayscaleImage Load(DicomDataset dataset, int frame = 0) => GrayscaleImage.Load(dataset, TestImage.Open(dataset), frame);
}
