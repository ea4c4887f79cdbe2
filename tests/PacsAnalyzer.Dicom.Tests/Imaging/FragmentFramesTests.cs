using System.Buffers.Binary;
using PacsAnalyzer.Dicom.Imaging;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>Fragments become frames by every way that PS3.5 section A.4 allows.</summary>
public sealed class FragmentFramesTests
{
    private static readonly FrameFormat Format = TestImage.Format(6, 4, 8);
    private static readonly byte[][] Frames = [.. Enumerable.Range(0, 3).Select(i => new LosslessJpegWriter { Predictor = 1 }.Write(Pixels(i), Format))];
    private static readonly byte[][] Halves = [.. Frames.SelectMany(f => new[] { f[..^20], f[^20..] })];

    [Fact]
    public void A_fragment_for_each_frame_needs_no_table() => Check(TestImage.Encapsulated(Format, 3, [], Frames));

    [Fact]
    public void Fragments_are_split_by_the_basic_offset_table() => Check(TestImage.Encapsulated(Format, 3, Offsets(), Halves));

    [Fact]
    public void Fragments_are_split_by_where_pictures_begin() => Check(TestImage.Encapsulated(Format, 3, [], Halves));

    [Fact]
    public void A_wrong_offset_table_is_not_believed() => Check(TestImage.Encapsulated(Format, 3, [0, 5, 9], Halves));

    [Fact]
    public void Fragments_are_split_by_the_extended_offset_table()
    {
        byte[] table = new byte[24];
        for (int i = 0; i < 3; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(table.AsSpan(8 * i), Offsets()[i]);
        }

        Check(TestImage.Encapsulated(Format, 3, [], Halves).Add(new DicomElement(DicomTag.ExtendedOffsetTable, DicomVR.OV, table)));
    }

    [Fact]
    public void All_fragments_belong_to_a_single_frame() =>
        Open(TestImage.Encapsulated(Format, 1, [], Halves[0], Halves[1])).GetFrame(0).ShouldBe(Pixels(0));

    [Fact]
    public void Too_few_fragments_are_told() =>
        Should.Throw<DicomCodecException>(() => Open(TestImage.Encapsulated(Format, 4, [], Frames))).Message.ShouldEndWith("3 fragments cannot hold 4 frames");

    [Fact]
    public void Fragments_that_make_another_number_of_frames_are_told() =>
        Should.Throw<DicomCodecException>(() => Open(TestImage.Encapsulated(Format, 2, [], Halves)))
            .Message.ShouldEndWith("6 fragments with 3 beginnings of a picture and no valid offset table do not make 2 frames");

    [Fact]
    public void No_fragment_at_all_is_told() =>
        Should.Throw<DicomCodecException>(() => Open(TestImage.Encapsulated(Format, 1, []))).Message.ShouldEndWith("0 fragments cannot hold 1 frames");

    [Fact]
    public void A_damaged_frame_is_named()
    {
        DicomPixelData pixels = Open(TestImage.Encapsulated(Format, 3, [], Frames[0], Frames[1][..^8], Frames[2]));
        Should.Throw<DicomCodecException>(() => pixels.GetFrame(1)).Message.ShouldContain("frame 2: ");
        pixels.GetFrame(2).ShouldBe(Pixels(2));
    }

    [Fact]
    public void Encapsulated_pixels_in_an_uncompressed_syntax_are_refused_and_the_other_way_round()
    {
        Should.Throw<DicomCodecException>(() => TestImage.Open(TestImage.Encapsulated(Format, 1, [], Frames[0])))
            .Message.ShouldEndWith("pixel data are encapsulated, which this transfer syntax does not allow");
        Should.Throw<DicomCodecException>(() => Open(TestImage.Native(Format, Pixels(0))))
            .Message.ShouldEndWith("pixel data are not encapsulated, as this transfer syntax asks");
    }

    [Fact]
    public void Encapsulated_uncompressed_frames_are_read() =>
        TestImage.Open(TestImage.Encapsulated(Format, 2, [], Pixels(0), Pixels(1)), DicomTransferSyntax.EncapsulatedUncompressed).GetFrame(1).ShouldBe(Pixels(1));

    private static byte[] Pixels(int frame) => [.. Enumerable.Range(0, 24).Select(i => (byte)((frame * 50) + i))];

    private static uint[] Offsets()
    {
        uint first = (uint)(16 + Frames[0].Length);
        return [0, first, first + 16 + (uint)Frames[1].Length];
    }

    private static DicomPixelData Open(DicomDataset dataset) => TestImage.Open(dataset, DicomTransferSyntax.JPEGProcess14SV1);

    private static void Check(DicomDataset dataset)
    {
        DicomPixelData pixels = Open(dataset);
        for (int i = 0; i < 3; i++)
        {
            pixels.GetFrame(i).ShouldBe(Pixels(i));
        }
    }
}
