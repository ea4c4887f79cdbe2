using PacsAnalyzer.Dicom.Imaging;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>JPEG lossless beyond what the encoder writes: every predictor, restarts, point transform, a scan for each component.</summary>
public sealed class LosslessJpegTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Every_predictor_is_undone(int predictor)
    {
        foreach (int bits in new[] { 2, 8, 12, 16 })
        {
            Check(TestImage.Format(23, 17, bits <= 8 ? 8 : 16, bits), new LosslessJpegWriter { Predictor = predictor });
            Check(TestImage.Format(9, 11, bits <= 8 ? 8 : 16, bits, samples: 3), new LosslessJpegWriter { Predictor = predictor });
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Restart_intervals_of_whole_rows_begin_anew(int rows)
    {
        Check(TestImage.Format(13, 40, 16, 12), new LosslessJpegWriter { Predictor = 6, RestartRows = rows });
        Check(TestImage.Format(13, 40, 8, samples: 3), new LosslessJpegWriter { Predictor = 4, RestartRows = rows });
    }

    [Fact]
    public void A_scan_for_each_component_is_read() =>
        Check(TestImage.Format(13, 10, 8, samples: 3), new LosslessJpegWriter { Predictor = 7, ScanPerComponent = true });

    [Fact]
    public void The_point_transform_is_undone()
    {
        FrameFormat format = TestImage.Format(16, 16, 16, 12);
        byte[] original = TestImage.Pixels(format, 1, 3);
        byte[] stream = new LosslessJpegWriter { Predictor = 5, PointTransform = 3 }.Write(original, format);
        uint[] expected = [.. TestImage.Stored(original, format).Select(v => v >> 3 << 3)];
        TestImage.Stored(Decode(stream, format), format).ShouldBe(expected);
    }

    [Fact]
    public void A_restart_interval_of_part_of_a_row_is_refused() =>
        Refusal(s => new LosslessJpegWriter { Predictor = 1, RestartRows = 1, RestartExtra = 1 }.Write(s.Pixels, s.Format))
            .ShouldContain("is no whole number of rows");

    [Fact]
    public void A_missing_restart_marker_is_told() =>
        Refusal(s =>
        {
            byte[] stream = new LosslessJpegWriter { Predictor = 1, RestartRows = 1 }.Write(s.Pixels, s.Format);
            int at = stream.AsSpan().IndexOf(new byte[] { 0xFF, 0xD2 });
            return [.. stream[..at], .. stream[(at + 2)..]];
        }).ShouldContain("restart marker 2 is missing");

    [Fact]
    public void A_truncated_stream_is_told() =>
        Refusal(s => new LosslessJpegWriter { Predictor = 1 }.Write(s.Pixels, s.Format)[..^40]).ShouldContain("the compressed data end early");

    [Fact]
    public void A_baseline_stream_in_the_wrong_syntax_is_told_by_kind() =>
        Refusal(s =>
        {
            byte[] stream = new LosslessJpegWriter { Predictor = 1 }.Write(s.Pixels, s.Format);
            stream[3] = 0xC0;
            return stream;
        }).ShouldContain("the JPEG frame is of kind Sof0, not lossless");

    [Fact]
    public void A_stream_of_another_size_is_told() =>
        Should.Throw<DicomCodecException>(() => Decode(
                new LosslessJpegWriter { Predictor = 1 }.Write(new byte[64], TestImage.Format(8, 8, 8)), TestImage.Format(8, 9, 8)))
            .Message.ShouldEndWith("the compressed picture has 8 x 8 pixels of 1 samples where the data set says 8 x 9 of 1");

    private static string Refusal(Func<(byte[] Pixels, FrameFormat Format), byte[]> make)
    {
        FrameFormat format = TestImage.Format(20, 20, 8);
        var pixels = new byte[400];
        new Random(5).NextBytes(pixels);
        byte[] stream = make((pixels, format));
        return Should.Throw<DicomCodecException>(() => Decode(stream, format)).Message;
    }

    private static void Check(FrameFormat format, LosslessJpegWriter writer)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            byte[] original = TestImage.Pixels(format, 1, seed);
            TestImage.Stored(Decode(writer.Write(original, format), format), format).ShouldBe(TestImage.Stored(original, format), $"{format}, seed {seed}");
        }
    }

    private static byte[] Decode(byte[] stream, FrameFormat format) =>
        TestImage.Open(TestImage.Encapsulated(format, 1, [], stream), DicomTransferSyntax.JPEGProcess14).GetFrame(0);
}
