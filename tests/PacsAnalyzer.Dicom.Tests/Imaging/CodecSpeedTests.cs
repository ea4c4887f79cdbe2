using System.Diagnostics;
using PacsAnalyzer.Dicom.Imaging;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>A radiograph opens in the time that a person waits for it. Measured on optimised builds alone.</summary>
public sealed class CodecSpeedTests
{
    [Fact]
    public void A_radiograph_in_lossless_jpeg_decodes_in_a_second_and_a_half()
    {
        if (typeof(DicomPixelData).Assembly.GetCustomAttributes(false).OfType<DebuggableAttribute>().Any(a => a.IsJITOptimizerDisabled))
        {
            Assert.Skip("The library was built without optimisation.");
        }

        FrameFormat format = TestImage.Format(2500, 3000, 16);
        var pixels = new byte[format.FrameBytes];
        var random = new Random(1);
        for (int i = 0; i < format.PixelCount; i++)
        {
            Samples.Write(pixels, i, 2, 20_000 + (i % 2500 * 8) + random.Next(200));
        }

        DicomDataset dataset = TestImage.Native(format, pixels);
        DicomPixelData encoded = TestImage.Open(
            TestImage.Dataset(format).Add(DicomCodecs.Encode(TestImage.Open(dataset), DicomTransferSyntax.JPEGProcess14SV1)), DicomTransferSyntax.JPEGProcess14SV1);
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            encoded.GetFrame(0).AsSpan().SequenceEqual(pixels).ShouldBeTrue();
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{best.TotalMilliseconds:F0} ms");
        best.ShouldBeLessThan(TimeSpan.FromSeconds(1.5));
    }
}
