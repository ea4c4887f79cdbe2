using PacsAnalyzer.Dicom.Imaging;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>pydicom's test files: each with pixel data decodes, or is refused for the reason that its making gives.</summary>
public sealed class PydicomPixelsTests
{
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["badVR.dcm"] = "NumberOfFrames (0028,0008) is no number: \"1A\"",
        ["JPEG2000-embedded-sequence-delimiter.dcm"] = "the JPEG 2000 header says ",
        ["meta_missing_tsyntax.dcm"] = "BitsAllocated (0028,0100) is missing",
        ["nested_priv_SQ.dcm"] = "BitsAllocated (0028,0100) is missing",
    };

    [Fact]
    public void Every_file_with_pixel_data_decodes_or_is_refused_with_its_reason()
    {
        int decoded = 0;
        var refused = new List<string>();
        foreach (string path in Directory.GetFiles(TestCorpus.Path("pydicom", "files"), "*.dcm"))
        {
            DicomFile? file = TryOpen(path);
            if (file?.Dataset.Contains(DicomTag.PixelData) != true)
            {
                continue;
            }

            string name = Path.GetFileName(path);
            if (Refused.TryGetValue(name, out string? reason))
            {
                Should.Throw<DicomCodecException>(() => DecodeAll(file), name).Message.ShouldContain(reason);
                refused.Add(name);
                continue;
            }

            DecodeAll(file);
            decoded++;
        }

        decoded.ShouldBe(59);
        refused.ShouldBe(Refused.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("MR_small_implicit.dcm")]
    [InlineData("MR_small_bigendian.dcm")]
    [InlineData("MR_small_expb.dcm")]
    [InlineData("MR_small_padded.dcm")]
    [InlineData("MR_small_RLE.dcm")]
    [InlineData("MR_small_jp2klossless.dcm")]
    [InlineData("MR_small_jpeg_ls_lossless.dcm")]
    public void One_mr_is_the_same_in_each_syntax(string name) =>
        Open(name).GetFrame(0).ShouldBe(Open("MR_small.dcm").GetFrame(0));

    [Theory]
    [InlineData("rtdose_expb.dcm")]
    [InlineData("rtdose_rle.dcm")]
    public void Fifteen_frames_of_32_bits_are_the_same_in_each_syntax(string name)
    {
        DicomPixelData expected = Open("rtdose.dcm");
        DicomPixelData actual = Open(name);
        actual.NumberOfFrames.ShouldBe(15);
        for (int i = 0; i < 15; i++)
        {
            actual.GetFrame(i).ShouldBe(expected.GetFrame(i));
        }
    }

    // Largest and mean difference of a sample to the lossless colour bars; 4:2:2 chrominance blurs one column at each bar's edge.
    [Theory]
    [InlineData("SC_rgb_rle_16bit.dcm", 0, 0)]
    [InlineData("SC_rgb_rle_32bit.dcm", 0, 0)]
    [InlineData("SC_rgb_jpeg_gdcm.dcm", 0, 0)]
    [InlineData("SC_rgb_gdcm_KY.dcm", 0, 0)]
    [InlineData("SC_rgb_dcmtk_+eb+cr.dcm", 2, 0.2)]
    [InlineData("SC_rgb_dcmtk_+eb+cy+n1.dcm", 80, 3)]
    [InlineData("SC_rgb_dcmtk_+eb+cy+n2.dcm", 6, 0.6)]
    [InlineData("SC_rgb_dcmtk_+eb+cy+np.dcm", 80, 3)]
    [InlineData("SC_rgb_dcmtk_+eb+cy+s2.dcm", 6, 0.6)]
    [InlineData("SC_rgb_dcmtk_+eb+cy+s4.dcm", 6, 0.6)]
    [InlineData("SC_rgb_jpeg_lossy_gdcm.dcm", 80, 3)]
    [InlineData("SC_rgb_jls_lossy_line.dcm", 2, 0.8)]
    [InlineData("SC_rgb_jls_lossy_sample.dcm", 2, 0.8)]
    [InlineData("SC_ybr_full_422_uncompressed.dcm", 6, 0.6)]
    public void Colour_bars_are_the_same_in_each_syntax(string name, int largest, double mean) =>
        Differences("SC_rgb_rle.dcm", name, largest, mean);

    // RGB without a colour transform, told by Adobe's segment or by the data set alone; decoded by DCMTK for comparison.
    [Theory]
    [InlineData("SC_rgb_jpeg.dcm")]
    [InlineData("SC_jpeg_no_color_transform.dcm")]
    public void Jpeg_in_rgb_is_not_taken_for_ybr(string name) => Differences("SC_rgb_jpeg_dcmd.dcm", name, 1, 0.01);

    [Fact]
    public void A_sequential_scan_with_a_wrong_header_reads_as_the_corrected_one() => // JPEG-lossy.dcm states coefficients 0..0.
        Open("JPEG-lossy.dcm").GetFrame(0).ShouldBe(Open("JPGExtended.dcm").GetFrame(0));

    [Fact]
    public void Odd_lengths_of_three_by_three_pixels_are_read_in_both_byte_orders() =>
        Open("SC_rgb_small_odd_big_endian.dcm").GetFrame(0).ShouldBe(Open("SC_rgb_small_odd.dcm").GetFrame(0));

    [Fact]
    public void Single_bits_are_the_same_in_both_byte_orders() =>
        Open("liver_expb_1frame.dcm").GetFrame(0).ShouldBe(Open("liver_1frame.dcm").GetFrame(0));

    [Fact]
    public void A_precision_that_differs_from_the_data_set_keeps_the_sign() => // 13 bits unsigned in the codestream, signed in the data set.
        GrayscaleImage.Load(DicomFile.Open(PathOf("J2K_pixelrep_mismatch.dcm"))).Values.Min().ShouldBe(-2000);

    private static void Differences(string reference, string name, int largest, double mean)
    {
        int[] differences = [.. Open(reference).GetRgbFrame(0).Zip(Open(name).GetRgbFrame(0), (a, b) => Math.Abs(a - b))];
        differences.Max().ShouldBeLessThanOrEqualTo(largest);
        differences.Average().ShouldBeLessThanOrEqualTo(mean);
    }

    private static void DecodeAll(DicomFile file)
    {
        DicomPixelData pixels = DicomPixelData.Create(file);
        for (int i = 0; i < pixels.NumberOfFrames; i++)
        {
            pixels.GetFrame(i).LongLength.ShouldBe(pixels.Format.FrameBytes);
            if (pixels.SamplesPerPixel == 3 || pixels.PhotometricInterpretation == "PALETTE COLOR")
            {
                pixels.GetRgbFrame(i).LongLength.ShouldBe(pixels.Format.PixelCount * 3);
            }
            else
            {
                GrayscaleImage.Load(file, i).Values.LongLength.ShouldBe(pixels.Format.PixelCount);
            }
        }
    }

    private static DicomFile? TryOpen(string path)
    {
        try
        {
            return DicomFile.Open(path);
        }
        catch (DicomReadException)
        {
            return null; // Refused by the reader; PydicomFilesTests says why.
        }
    }

    private static string PathOf(string name) => TestCorpus.Path("pydicom", "files", name);

    private static DicomPixelData Open(string name) => DicomPixelData.Create(DicomFile.Open(PathOf(name)));
}
