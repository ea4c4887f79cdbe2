using PacsAnalyzer.Dicom.Imaging;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>One CT in every transfer syntax against the uncompressed one. Values are HU, the bounds what each encoder's loss was measured to be.</summary>
public sealed class TransferSyntaxPixelsTests
{
    private const string Folder = "transfer-syntaxes";

    // File, largest and mean difference to the reference. Zero: stored values are equal bit for bit.
    public static TheoryData<string, double, double> Ct { get; } = new()
    {
        { "CTImage.dcm_LittleEndianImplicitTransferSyntax_1.2.840.10008.1.2.dcm", 0, 0 },
        { "CTImage.dcm_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm", 0, 0 },
        { "CTImage.dcm_BigEndianExplicitTransferSyntax_1.2.840.10008.1.2.2.dcm", 0, 0 },
        { "CTImage.dcm_DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99.dcm", 0, 0 },
        { "CTImage.dcm_RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm", 0, 0 },
        { "CTImage.dcm_JPEGProcess14TransferSyntax_1.2.840.10008.1.2.4.57.dcm", 0, 0 },
        { "CTImage.dcm_JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm", 0, 0 },
        { "CTImage.dcm_JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80.dcm", 0, 0 },
        { "CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm", 0, 0 },

        // Near-lossless with NEAR = 1; JPEG 2000 with a rate.
        { "CTImage.dcm_JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81.dcm", 1, 0.8 },
        { "CTImage.dcm_JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm", 5, 0.7 },

        // The encoder scaled 5,418 HU to 12 bits (2 HU a step) or 8 bits (32 HU a step) before the DCT.
        { "CTImage.dcm_JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51.dcm", 36, 4 },
        { "CTImage.dcm_JPEGProcess6_8TransferSyntax_1.2.840.10008.1.2.4.53.dcm", 36, 4 },
        { "CTImage.dcm_JPEGProcess10_12TransferSyntax_1.2.840.10008.1.2.4.55.dcm", 36, 4 },
        { "CTImage.dcm_JPEGProcess1TransferSyntax_1.2.840.10008.1.2.4.50.dcm", 65, 20 },
    };

    // File, largest and mean difference of a sample of 8 bits to TestPattern_RGB.dcm. Subsampled colour differs at edges.
    public static TheoryData<string, int, double> Colour { get; } = new()
    {
        { "TestPattern_JPEG-Lossless_RGB.dcm", 0, 0 },
        { "TestPattern_JPEG-LS-Lossless.dcm", 0, 0 },
        { "TestPattern_JPEG-LS-NearLossless.dcm", 2, 1.1 },
        { "TestPattern_JPEG-Baseline_YBRFull.dcm", 45, 0.8 },
        { "TestPattern_JPEG-Baseline_YBR422.dcm", 80, 1 },

        // 256 colours for a pattern that has more.
        { "TestPattern_Palette.dcm", 66, 0.5 },
        { "TestPattern_Palette_16.dcm", 66, 0.5 },
    };

    [Theory]
    [MemberData(nameof(Ct))]
    public void A_ct_decodes_to_the_pixels_of_the_uncompressed_one(string name, double largest, double mean)
    {
        DicomFile reference = DicomFile.Open(TestCorpus.Path(Folder, "CTImage.dcm"));
        DicomFile file = DicomFile.Open(TestCorpus.Path(Folder, name));
        name.ShouldContain(file.TransferSyntax.Uid.Uid);
        if (largest == 0)
        {
            DicomPixelData.Create(file).GetFrame(0).SequenceEqual(DicomPixelData.Create(reference).GetFrame(0)).ShouldBeTrue();
        }

        float[] expected = GrayscaleImage.Load(reference).Values;
        float[] actual = GrayscaleImage.Load(file).Values;
        double[] differences = [.. expected.Zip(actual, (a, b) => Math.Abs((double)a - b))];
        differences.Max().ShouldBeLessThanOrEqualTo(largest);
        differences.Average().ShouldBeLessThanOrEqualTo(mean);
    }

    [Fact]
    public void The_reference_has_the_hounsfield_units_of_air_and_bone()
    {
        GrayscaleImage image = GrayscaleImage.Load(DicomFile.Open(TestCorpus.Path(Folder, "CTImage.dcm")));
        image.Width.ShouldBe(512);
        image.Height.ShouldBe(512);
        image.IsMonochrome1.ShouldBeFalse();
        image.Values.Min().ShouldBe(-3024);
        image.Values.Max().ShouldBe(1378);
    }

    [Fact]
    public void Every_ct_of_the_folder_is_in_the_table() =>
        Directory.GetFiles(TestCorpus.Path(Folder), "CTImage.dcm_*").Select(Path.GetFileName)
            .ShouldBe(Ct.Select(row => row.Data.Item1), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Colour))]
    public void A_colour_pattern_decodes_to_the_uncompressed_one(string name, int largest, double mean)
    {
        byte[] expected = DicomPixelData.Create(DicomFile.Open(TestCorpus.Path(Folder, "TestPattern_RGB.dcm"))).GetRgbFrame(0);
        byte[] actual = DicomPixelData.Create(DicomFile.Open(TestCorpus.Path(Folder, name))).GetRgbFrame(0);
        int[] differences = [.. expected.Zip(actual, (a, b) => Math.Abs(a - b))];
        differences.Max().ShouldBeLessThanOrEqualTo(largest);
        differences.Average().ShouldBeLessThanOrEqualTo(mean);
    }

    [Theory]
    [InlineData("CT1_J2KR", 1254)]
    [InlineData("CT2_J2KR", 1433)]
    public void Other_jpeg_2000_encoders_are_read(string name, float largest) =>
        GrayscaleImage.Load(DicomFile.Open(TestCorpus.Path(Folder, name))).Values.Max().ShouldBe(largest);

    [Fact]
    public void Two_frames_in_many_fragments_without_an_offset_table_are_found()
    {
        DicomPixelData pixels = DicomPixelData.Create(DicomFile.Open(TestCorpus.Path(Folder, "CT0012.fragmented_no_bot_jpeg_baseline.51.dcm")));
        pixels.NumberOfFrames.ShouldBe(2);
        ((double)TestImage.Stored(pixels.GetFrame(0), pixels.Format).Average(v => v)).ShouldBe(1407.6, 0.1);
        ((double)TestImage.Stored(pixels.GetFrame(1), pixels.Format).Average(v => v)).ShouldBe(1398.5, 0.1);
    }

    [Fact]
    public void Uncompressed_422_becomes_grey_for_an_ultrasound() // Chrominance is neutral but for small coloured marks.
    {
        byte[] rgb = DicomPixelData.Create(DicomFile.Open(TestCorpus.Path(Folder, "US-YBR_FULL_422-EVRLE.dcm"))).GetRgbFrame(0);
        Enumerable.Range(0, rgb.Length / 3).Count(p => Math.Abs(rgb[3 * p] - rgb[(3 * p) + 2]) < 8).ShouldBeGreaterThan(rgb.Length / 3 * 95 / 100);
    }

    [Fact]
    public void A_palette_in_rle_is_read() =>
        DicomPixelData.Create(DicomFile.Open(TestCorpus.Path(Folder, "no-pixel-spacing.dcm"))).GetRgbFrame(0).Length.ShouldBe(800 * 600 * 3);

    [Fact]
    public void An_object_without_pixels_is_refused_with_that_reason()
    {
        DicomFile file = DicomFile.Open(TestCorpus.Path(Folder, "no-pixel-data.dcm"));
        Should.Throw<DicomCodecException>(() => GrayscaleImage.Load(file)).Message.ShouldEndWith("there is no pixel data (7FE0,0010)");
    }

    [Fact]
    public void A_real_ct_series_in_jpeg_2000_is_read()
    {
        foreach (string path in Directory.GetFiles(TestCorpus.Path("ct-series"), "CT.*").Take(3))
        {
            GrayscaleImage image = GrayscaleImage.Load(DicomFile.Open(path));
            image.Values.Min().ShouldBe(-1024);
            image.Values.Max().ShouldBeInRange(1000, 3071);
        }
    }
}
