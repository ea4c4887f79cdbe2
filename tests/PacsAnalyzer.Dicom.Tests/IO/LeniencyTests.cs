namespace PacsAnalyzer.Dicom.Tests.IO;

/// <summary>Each leniency forgives its own slip, and nothing is forgiven where it is off.</summary>
public sealed class LeniencyTests
{
    private static readonly DicomTransferSyntax Explicit = DicomTransferSyntax.ExplicitVRLittleEndian;

    public static TheoryData<DicomLeniency, string, string> Slips { get; } = new()
    {
        { DicomLeniency.UnknownVR, "10 00 10 00 3F 3F 02 00 41 42", "AB" },
        { DicomLeniency.UnknownVR, "10 00 10 00 02 00 00 00 41 42", "AB" }, // implicit among explicit ones
        { DicomLeniency.UnknownVR, "10 00 10 00 5A 5A 00 00 02 00 00 00 41 42", "AB" }, // a VR of the future
        { DicomLeniency.OddLength, "10 00 10 00 50 4E 03 00 41 42 43", "ABC" },
        { DicomLeniency.BrokenNumber, "28 00 10 00 55 53 04 00 00 02 00 02 28 00 11 00 46 44 02 00 00 00 10 00 10 00 50 4E 02 00 41 42", "AB" },
        { DicomLeniency.UnorderedElements, "28 00 10 00 55 53 02 00 00 02 10 00 10 00 50 4E 02 00 41 42", "AB" },
        { DicomLeniency.StrayDelimiter, "10 00 10 00 50 4E 02 00 41 42 FE FF 0D E0 00 00 00 00", "AB" },
        { DicomLeniency.TrailingData, "10 00 10 00 50 4E 02 00 41 42 00 00 00 00 00 00 00 00 00 00", "AB" },
        { DicomLeniency.TrailingData, "10 00 10 00 50 4E 02 00 41 42 00 00 00", "AB" },
        { DicomLeniency.UnterminatedSequence, "10 00 10 00 50 4E 02 00 41 42 28 00 00 30 53 51 00 00 FF FF FF FF FE FF 00 E0 FF FF FF FF", "AB" },
        { DicomLeniency.TruncatedValue, "10 00 10 00 50 4E 08 00 41 42", "AB" },
        { DicomLeniency.DuplicateElement, "10 00 10 00 50 4E 02 00 58 59 10 00 10 00 50 4E 02 00 41 42", "AB" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_forgiven_where_its_leniency_is_on_and_only_there(DicomLeniency leniency, string hex, string name)
    {
        byte[] bytes = Hex.Of(hex);
        DicomReadOptions without = new() { Leniency = DicomLeniency.All & ~leniency };

        // A number in the wrong place is out of order too: what is off is off, what is on is on.
        DicomDatasetReader.Read(bytes, Explicit, new DicomReadOptions { Leniency = DicomLeniency.All }).GetString(DicomTag.PatientName).ShouldBe(name);
        DicomReadException error = Should.Throw<DicomReadException>(() => DicomDatasetReader.Read(bytes, Explicit, without));
        error.Message.ShouldContain("expected");
        error.Offset.ShouldBeInRange(0, bytes.Length);
    }

    [Fact]
    public void The_default_takes_no_guess_at_what_a_value_is()
    {
        DicomReadOptions.Default.Forgives(DicomLeniency.TruncatedValue).ShouldBeFalse();
        DicomReadOptions.Default.Forgives(DicomLeniency.DuplicateElement).ShouldBeFalse();
    }

    [Fact]
    public void A_broken_number_is_kept_as_unknown_bytes()
    {
        DicomDataset dataset = DicomDatasetReader.Read(Hex.Of("28 00 11 00 46 44 02 00 01 02"), Explicit);

        DicomElement element = dataset.GetDicomItem<DicomElement>(DicomTag.Columns).ShouldNotBeNull();
        element.VR.ShouldBe(DicomVR.UN);
        element.GetBytes().ShouldBe([1, 2]);
    }

    [Fact]
    public void UN_of_undefined_length_is_a_sequence_in_implicit_VR()
    {
        DicomDataset dataset = DicomDatasetReader.Read(
            Hex.Of("""
                09 00 01 10  55 4E  00 00  FF FF FF FF         # a private element, UN, undefined length
                  FE FF 00 E0  0A 00 00 00
                    10 00 20 00  02 00 00 00  41 42            # (0010,0020) in implicit VR
                FE FF DD E0  00 00 00 00
                """),
            Explicit);

        dataset.GetSequence(new DicomTag(0x0009, 0x1001)).Items.Single().GetString(DicomTag.PatientID).ShouldBe("AB");
    }

    [Fact]
    public void UN_of_a_known_element_gets_its_VR_back()
    {
        DicomDataset dataset = DicomDatasetReader.Read(
            Hex.Of("""
                08 00 40 11  55 4E  00 00  14 00 00 00         # (0008,1140), a sequence, as UN
                  FE FF 00 E0  0C 00 00 00
                    08 00 55 11  04 00 00 00  31 2E 32 00
                28 00 10 00  55 4E  00 00  02 00 00 00  00 02  # (0028,0010), US, as UN
                """),
            Explicit);

        dataset.GetSequence(DicomTag.ReferencedImageSequence).Items.Single().GetString(DicomTag.ReferencedSOPInstanceUID).ShouldBe("1.2");
        dataset.GetSingleValue<int>(DicomTag.Rows).ShouldBe(512);
    }

    [Fact]
    public void Reading_stops_before_pixel_data_where_it_is_told_to()
    {
        using TricklingStream stream = new(Hex.Of("28 00 10 00 55 53 02 00 00 02 E0 7F 10 00 4F 57 00 00 FE FF FF 7F"));

        DicomDataset dataset = DicomDatasetReader.Read(stream, Explicit, DicomReadOptions.Header);

        dataset.Count.ShouldBe(1);
    }
}
