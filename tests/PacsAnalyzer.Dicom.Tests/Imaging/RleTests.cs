using PacsAnalyzer.Dicom.Imaging;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>RLE against bytes worked out by hand from PS3.5 annex G.</summary>
public sealed class RleTests
{
    private static readonly byte[] Golden =
    [
        2, 0, 0, 0, // two segments
        64, 0, 0, 0, // the high bytes
        68, 0, 0, 0, // the low bytes
        .. new byte[64 - 12],
        0xFD, 0x01, // -3: repeat 0x01 four times
        0x80, 0x00, // -128: nothing; padding
        0x01, 0x10, 0x20, // 1: two literals
        0xFF, 0x30, // -1: repeat 0x30 twice
        0x00, // padding
    ];

    [Fact]
    public void Golden_bytes_decode() =>
        Decode(Golden).ShouldBe(TestImage.Words(0x0110, 0x0120, 0x0130, 0x0130));

    [Fact]
    public void The_encoder_codes_each_row_by_itself()
    {
        FrameFormat format = TestImage.Format(4, 2, 8);
        byte[] encoded = new RleEncoder().Encode([7, 7, 7, 7, 7, 7, 1, 2], format);
        encoded[..8].ShouldBe(new byte[] { 1, 0, 0, 0, 64, 0, 0, 0 });
        encoded[64..].ShouldBe(new byte[] { 0xFD, 7, 0xFF, 7, 1, 1, 2, 0 });
    }

    [Theory]
    [InlineData(0, 3, "the RLE header counts 3 segments; 1 samples of 2 bytes need 2")]
    [InlineData(8, 32, "RLE segment 1 is said to lie at 64..32 of 74 bytes")]
    [InlineData(4, 63, "RLE segment 1 is said to lie at 63..68 of 74 bytes")]
    [InlineData(8, 255, "RLE segment 1 is said to lie at 64..255 of 74 bytes")]
    [InlineData(71, 128, "RLE segment 2 ends after 2 of 4 bytes")]
    public void Damage_is_told(int at, byte value, string expected)
    {
        byte[] damaged = [.. Golden];
        damaged[at] = value;
        Should.Throw<DicomCodecException>(() => Decode(damaged)).Message.ShouldEndWith(expected);
    }

    [Fact]
    public void A_short_header_is_told() => Should.Throw<DicomCodecException>(() => Decode(Golden[..40])).Message.ShouldEndWith("40 bytes hold no RLE header of 64");

    private static byte[] Decode(byte[] stream) =>
        TestImage.Open(TestImage.Encapsulated(TestImage.Format(4, 1, 16), 1, [0], stream), DicomTransferSyntax.RLELossless).GetFrame(0);
}
