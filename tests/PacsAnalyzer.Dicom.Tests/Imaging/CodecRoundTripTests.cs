using FsCheck;
using FsCheck.Fluent;
using PacsAnalyzer.Dicom.Imaging;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>What is encoded decodes to the same stored values, for every format that a syntax can hold.</summary>
public sealed class CodecRoundTripTests
{
    public static TheoryData<string> Syntaxes { get; } =
        [DicomUID.RLELossless.Uid, DicomUID.JPEGLossless.Uid, DicomUID.JPEGLosslessSV1.Uid, DicomUID.JPEGLSLossless.Uid];

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Any_picture_comes_back(string uid)
    {
        DicomTransferSyntax syntax = DicomTransferSyntax.Lookup(uid)!;
        if (!DicomCodecs.IsSupported(syntax))
        {
            Assert.Skip(DicomCodecs.Reason(syntax)!);
        }

        Prop.ForAll(Formats(syntax).ToArbitrary(), Gen.Choose(1, 3).ToArbitrary(), ArbMap.Default.ArbFor<int>(), (format, frames, seed) =>
        {
            byte[] original = TestImage.Pixels(format, frames, seed);
            DicomDataset dataset = TestImage.Native(format, original, frames);
            DicomFragmentSequence encoded = DicomCodecs.Encode(TestImage.Open(dataset), syntax);
            encoded.Fragments.Count.ShouldBe(frames);
            encoded.Fragments.ShouldAllBe(f => f.Length % 2 == 0);
            DicomPixelData back = TestImage.Open(dataset.Clone().AddOrUpdate(encoded), syntax);
            for (int i = 0; i < frames; i++)
            {
                ReadOnlySpan<byte> frame = original.AsSpan((int)(i * format.FrameBytes), (int)format.FrameBytes);
                TestImage.Stored(back.GetFrame(i), format).ShouldBe(TestImage.Stored(frame, format), $"{format}");
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_syntax_without_an_encoder_says_so() =>
        Should.Throw<DicomCodecException>(() => DicomCodecs.Encode(TestImage.Open(TestImage.Native(TestImage.Format(2, 2, 8), new byte[4])), DicomTransferSyntax.JPEG2000Lossless))
            .Message.ShouldEndWith("pixel data are not encoded in this transfer syntax");

    [Fact]
    public void Uncompressed_syntaxes_and_our_own_codecs_are_always_supported()
    {
        DicomTransferSyntax[] always =
        [
            DicomTransferSyntax.ImplicitVRLittleEndian, DicomTransferSyntax.ExplicitVRLittleEndian, DicomTransferSyntax.ExplicitVRBigEndian,
            DicomTransferSyntax.DeflatedExplicitVRLittleEndian, DicomTransferSyntax.RLELossless, DicomTransferSyntax.JPEGProcess1,
            DicomTransferSyntax.JPEGProcess2_4, DicomTransferSyntax.JPEGProcess14, DicomTransferSyntax.JPEGProcess14SV1,
        ];
        always.ShouldAllBe(s => DicomCodecs.IsSupported(s));
    }

    [Fact]
    public void Video_and_references_are_not_supported()
    {
        DicomCodecs.IsSupported(DicomTransferSyntax.Lookup(DicomUID.MPEG4HP41.Uid)!).ShouldBeFalse();
        DicomCodecs.IsSupported(DicomTransferSyntax.JPIPReferenced).ShouldBeFalse();
        DicomCodecs.IsSupported(DicomTransferSyntax.JPEG2000Part2MultiComponent).ShouldBeFalse();
    }

    private static Gen<FrameFormat> Formats(DicomTransferSyntax syntax)
    {
        bool rle = syntax == DicomTransferSyntax.RLELossless;
        bool ls = syntax == DicomTransferSyntax.JPEGLSLossless;
        return
            from columns in Gen.Choose(1, 40)
            from rows in Gen.Choose(1, 20)
            from allocated in rle ? Gen.Elements(8, 16, 32) : Gen.Elements(8, 16)
            from stored in Gen.Choose(ls && allocated == 16 ? 9 : 2, allocated)
            from samples in Gen.Elements(1, 3)
            from signed in samples == 1 ? Gen.Elements(false, true) : Gen.Constant(false)
            select TestImage.Format(columns, rows, allocated, stored, samples, signed);
    }
}
