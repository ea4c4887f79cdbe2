using System.Diagnostics;
using PacsAnalyzer.Dicom.Imaging;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>Damaged and hostile pixel data end in one kind of exception, in bounded time and memory.</summary>
public sealed class HostilePixelsTests
{
    private const long SmallChange = 8 << 20;

    public static TheoryData<string> Syntaxes { get; } =
    [
        DicomUID.RLELossless.Uid, DicomUID.JPEGLosslessSV1.Uid, DicomUID.JPEGLossless.Uid, DicomUID.JPEGLSLossless.Uid,
        DicomUID.JPEGLSNearLossless.Uid, DicomUID.JPEG2000Lossless.Uid, DicomUID.JPEG2000.Uid, DicomUID.JPEGBaseline8Bit.Uid,
        DicomUID.JPEGExtended12Bit.Uid, DicomUID.JPEGSpectralSelectionNonHierarchical68.Uid, DicomUID.JPEGFullProgressionNonHierarchical1012.Uid,
    ];

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void A_damaged_stream_is_decoded_or_refused_and_never_anything_else(string uid)
    {
        string path = Directory.GetFiles(TestCorpus.Path("transfer-syntaxes"), "CTImage.dcm_*").Single(f => f.EndsWith($"_{uid}.dcm", StringComparison.Ordinal));
        DicomFile file = DicomFile.Open(path);
        var fragments = (DicomFragmentSequence)file.Dataset.First(i => i.Tag == DicomTag.PixelData);
        byte[] whole = [.. fragments.Fragments.SelectMany(f => f.GetBytes())];
        var random = new Random(20_25);
        var clock = Stopwatch.StartNew();
        for (int round = 0; round < 40; round++)
        {
            byte[] damaged = Damage(whole, random, round);
            DicomDataset dataset = file.Dataset.Clone();
            dataset.AddOrUpdate(new DicomFragmentSequence(DicomTag.PixelData, DicomVR.OB, [], [new MemoryByteBuffer(damaged)]));
            try
            {
                DicomPixelData.Create(dataset, file.TransferSyntax).GetFrame(0).LongLength.ShouldBeGreaterThan(0);
            }
            catch (DicomCodecException e)
            {
                e.Message.ShouldStartWith(file.TransferSyntax.Uid.Name);
                e.Message.ShouldNotContain('\n');
            }
        }

        // A stall of one codec on one of these would show: all of them take a second or two.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void A_header_of_four_gigapixels_is_refused_before_it_is_allocated(string uid)
    {
        FrameFormat huge = TestImage.Format(65535, 65535, 16);
        Refused(() => TestImage.Open(TestImage.Encapsulated(huge, 1, [], new byte[1000]), DicomTransferSyntax.Lookup(uid))).ShouldContain("the limit is 536870912");
    }

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void A_thousand_bytes_do_not_become_two_hundred_megabytes(string uid)
    {
        FrameFormat large = TestImage.Format(10000, 10000, 16);
        Refused(() => TestImage.Open(TestImage.Encapsulated(large, 1, [], new byte[1000]), DicomTransferSyntax.Lookup(uid)).GetFrame(0))
            .ShouldContain("1000 compressed bytes for a frame of 200000000 are over the limit of 1 to 1000");
    }

    [Fact]
    public void A_jpeg_whose_own_header_is_larger_than_the_data_set_is_refused()
    {
        byte[] stream = new LosslessJpegWriter { Predictor = 1 }.Write(new byte[64], TestImage.Format(8, 8, 8));
        stream[7] = stream[8] = stream[9] = stream[10] = 0xFF;
        Refused(() => TestImage.Open(TestImage.Encapsulated(TestImage.Format(8, 8, 8), 1, [], stream), DicomTransferSyntax.JPEGProcess14SV1).GetFrame(0))
            .ShouldContain("65535 x 65535");
    }

    [Fact]
    public void Pixels_that_lossless_jpeg_cannot_hold_are_refused()
    {
        byte[] stream = new LosslessJpegWriter { Predictor = 1 }.Write(new byte[64], TestImage.Format(8, 8, 8));
        stream[7] = stream[9] = 0x10;
        Refused(() => TestImage.Open(TestImage.Encapsulated(TestImage.Format(4104, 4104, 8), 1, [], stream), DicomTransferSyntax.JPEGProcess14SV1).GetFrame(0))
            .ShouldContain("cannot hold 16842816 pixels");
    }

    [Theory]
    [InlineData("2000000000")]
    [InlineData("0")]
    [InlineData("-1")]
    public void An_impossible_number_of_frames_is_refused(string frames)
    {
        DicomDataset dataset = TestImage.Native(TestImage.Format(1, 1, 8), [0]).Add(DicomTag.NumberOfFrames, frames);
        Refused(() => TestImage.Open(dataset)).ShouldContain($"NumberOfFrames is {frames}");
    }

    [Theory]
    [InlineData(0, 8, 8, 8, 7, 1, "the image has 0 columns")]
    [InlineData(8, 0, 8, 8, 7, 1, "and 0 rows")]
    [InlineData(8, 8, 9, 9, 8, 1, "BitsAllocated is 9")]
    [InlineData(8, 8, 64, 64, 63, 1, "BitsAllocated is 64")]
    [InlineData(8, 8, 8, 12, 11, 1, "BitsStored 12 and HighBit 11 do not fit")]
    [InlineData(8, 8, 8, 0, 0, 1, "BitsStored 0 and HighBit 0 do not fit")]
    [InlineData(8, 8, 16, 12, 5, 1, "BitsStored 12 and HighBit 5 do not fit")]
    [InlineData(8, 8, 8, 8, 7, 4, "SamplesPerPixel is 4")]
    public void Impossible_attributes_are_refused_by_name(int columns, int rows, int allocated, int stored, int high, int samples, string expected)
    {
        DicomDataset dataset = TestImage.Native(TestImage.Format(columns, rows, allocated, stored, samples), new byte[8]).AddOrUpdate(DicomTag.HighBit, (ushort)high);
        Refused(() => TestImage.Open(dataset)).ShouldContain(expected);
    }

    [Fact]
    public void A_progressive_picture_of_endless_scans_is_refused()
    {
        // A frame of 8 x 8 pixels, then refinements of nothing for ever.
        using var stream = new MemoryStream();
        stream.Write([0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
        stream.Write([0xFF, 0xC4, 0, 20, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        for (int i = 0; i < 300; i++)
        {
            stream.Write([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 0]);
        }

        Refused(() => TestImage.Open(TestImage.Encapsulated(TestImage.Format(8, 8, 16, 12), 1, [], stream.ToArray()), DicomTransferSyntax.JPEGProcess10_12).GetFrame(0))
            .ShouldNotBeEmpty();
        Should.Throw<DicomCodecException>(() => new DctJpegDecoder().Decode(stream.ToArray(), TestImage.Format(8, 8, 8))).Message.ShouldContain("more than 200 scans");
    }

    [Fact]
    public void Malformed_corpus_images_are_read_or_refused()
    {
        int images = 0;
        foreach (string path in Directory.GetFiles(TestCorpus.Path("malformed"), "*.dcm", SearchOption.AllDirectories))
        {
            try
            {
                DicomFile file = DicomFile.Open(path);
                if (file.Dataset.Contains(DicomTag.PixelData))
                {
                    images++;
                    DicomPixelData.Create(file).GetFrame(0);
                }
            }
            catch (Exception e) when (e is DicomCodecException or DicomReadException)
            {
                e.Message.ShouldNotContain('\n');
            }
        }

        images.ShouldBeGreaterThan(100);
    }

    private static string Refused(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Should.Throw<DicomCodecException>(action).Message;
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(SmallChange);
        return message;
    }

    // A few bytes changed in the header or anywhere, a cut, or a stretch of noise.
    private static byte[] Damage(byte[] whole, Random random, int round)
    {
        if (round % 4 == 3)
        {
            return whole[..random.Next(2, whole.Length)];
        }

        byte[] damaged = [.. whole];
        int span = round % 4 == 0 ? Math.Min(600, whole.Length) : whole.Length;
        if (round % 4 == 2)
        {
            int start = random.Next(span - 100);
            random.NextBytes(damaged.AsSpan(start, 100));
        }
        else
        {
            for (int i = 0; i < 3; i++)
            {
                damaged[random.Next(span)] = (byte)random.Next(256);
            }
        }

        return damaged;
    }
}
