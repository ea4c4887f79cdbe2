using FsCheck;
using FsCheck.Fluent;

namespace PacsAnalyzer.Dicom.Tests.Text;

public sealed class DicomCharacterSetTests
{
    public static TheoryData<string, string, string> Examples { get; } = new()
    {
        // PS3.5 annex H.3.1, H.3.2, I.2, J.2, K.2 and L.
        { "\\ISO 2022 IR 87", "Yamada^Tarou=山田^太郎=やまだ^たろう", "59616D6164615E5461726F753D 1B2442 3B334544 1B2842 5E 1B2442 42404F3A 1B2842 3D 1B2442 2464245E2440 1B2842 5E 1B2442 243F246D2426 1B2842" },
        { "ISO 2022 IR 13\\ISO 2022 IR 87", "ﾔﾏﾀﾞ^ﾀﾛｳ=山田", "D4CFC0DE5EC0DBB33D 1B2442 3B334544 1B284A" },
        { "\\ISO 2022 IR 149", "Hong^Gildong=洪^吉洞=홍^길동", "486F6E675E47696C646F6E673D 1B242943 FBF3 5E 1B242943 D1CED4D7 3D 1B242943 C8AB 5E 1B242943 B1E6B5BF" },
        { "ISO_IR 192", "Wang^XiaoDong=王^小東", "57616E675E5869616F446F6E673D E78E8B 5E E5B08FE69DB1" },
        { "GB18030", "Wang^XiaoDong=王^小东", "57616E675E5869616F446F6E673D CDF5 5E D0A1B6AB" },
        { "GBK", "王^小东", "CDF5 5E D0A1B6AB" },
        { "\\ISO 2022 IR 58", "Zhang^XiaoDong=张^小东", "5A68616E675E5869616F446F6E673D 1B242941 D5C5 5E 1B242941 D0A1B6AB" },
        { "ISO_IR 100", "Äneas", "C46E656173" },
        { "ISO_IR 101", "Wałęsa", "5761B3EA7361" },
        { "ISO_IR 109", "Ĉaĥo", "C661B66F" },
        { "ISO_IR 110", "Ķēniņš", "D3BA6E69F1B9" },
        { "ISO_IR 126", "Διον", "C4E9EFED" },
        { "ISO_IR 127", "قباني", "E2C8C7E6EA" },
        { "ISO_IR 138", "שרון", "F9F8E5EF" },
        { "ISO_IR 144", "Люк", "BBEEDA" },
        { "ISO_IR 148", "Şişli", "DE69FE6C69" },
        { "ISO_IR 166", "ไทย", "E4B7C2" },
        { "ISO_IR 203", "œuvre€", "BD75767265A4" },
        { "ISO_IR 13", "ﾔﾏﾀﾞ", "D4CFC0DE" },
        { "\\ISO 2022 IR 159", "丂", "1B242844 3021 1B2842" },
        { "ISO 2022 IR 100\\ISO 2022 IR 144", "é^Л", "E9 5E 1B2D4C BB" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Text_is_read_and_written_as_the_standard_has_it(string terms, string text, string hex)
    {
        DicomCharacterSet characterSet = DicomCharacterSet.Of(terms.Split('\\'));

        characterSet.IsKnown.ShouldBeTrue();
        characterSet.Decode(Hex.Of(hex), DicomVR.PN).ShouldBe(text);
        characterSet.TryEncode(text, DicomVR.PN).ShouldBe(Hex.Of(hex));
    }

    [Fact]
    public void Code_extensions_are_reset_at_the_end_of_a_line()
    {
        DicomCharacterSet characterSet = DicomCharacterSet.Of("", "ISO 2022 IR 149");

        characterSet.TryEncode("길\r\n동", DicomVR.LT).ShouldBe(Hex.Of("1B242943 B1E6 0D0A 1B242943 B5BF"));
        characterSet.Decode(Hex.Of("1B242943 B1E6 0D0A 1B242943 B5BF"), DicomVR.LT).ShouldBe("길\r\n동");
    }

    [Fact]
    public void The_first_value_holds_again_after_a_delimiter() =>
        DicomCharacterSet.Of("ISO 2022 IR 100", "ISO 2022 IR 144").Decode(Hex.Of("1B2D4C BB 5C E9"), DicomVR.LO).ShouldBe("Л\\é");

    [Fact]
    public void A_caret_parts_components_of_person_names_alone() =>
        DicomCharacterSet.Of("ISO 2022 IR 100", "ISO 2022 IR 144").Decode(Hex.Of("1B2D4C BB 5E BB"), DicomVR.LO).ShouldBe("Л^Л");

    [Fact]
    public void A_missing_escape_after_a_delimiter_is_understood() =>
        DicomCharacterSet.Of("", "ISO 2022 IR 149").Decode(Hex.Of("1B242943 FBF3 5E D1CED4D7"), DicomVR.PN).ShouldBe("洪^吉洞");

    [Theory]
    [InlineData("CDF55ED0A1B6AB", "王^小东")] // GBK
    [InlineData("E78E8B5EE5B08F", "王^小")] // UTF-8
    [InlineData("4DFC6C6C65725E4AF67267", "Müller^Jörg")] // Latin-1
    [InlineData("FF", "ÿ")]
    public void Bytes_without_a_character_set_are_read_leniently(string hex, string text)
    {
        DicomCharacterSet.Default.Decode(Hex.Of(hex), DicomVR.PN).ShouldBe(text);
        DicomCharacterSet.Of("NONSENSE 7").Decode(Hex.Of(hex), DicomVR.PN).ShouldBe(text);
    }

    [Fact]
    public void UTF8_that_is_none_is_read_leniently() => DicomCharacterSet.Utf8.Decode(Hex.Of("CDF55ED0A1B6AB"), DicomVR.PN).ShouldBe("王^小东");

    [Theory]
    [InlineData("ISO IR 100")]
    [InlineData("ISO_IR_100")]
    [InlineData("ISO-IR 100")]
    [InlineData("iso_ir 100 ")]
    [InlineData("ISO 2022 IR 100")]
    [InlineData("ISO_2022_IR_100")]
    public void Slips_in_a_defined_term_are_understood(string term) => DicomCharacterSet.Of(term).Decode([0xE9], DicomVR.LO).ShouldBe("é");

    [Fact]
    public void A_backslash_inside_a_GBK_character_parts_no_values()
    {
        // 歕 is 9A 5C in GBK, its second byte that of a backslash.
        DicomDataset dataset = new DicomDataset().Add(DicomTag.SpecificCharacterSet, "GBK").Add(DicomTag.OtherPatientNames, "歕", "王");

        DicomDataset read = Rewritten(dataset);

        read.GetDicomItem<DicomElement>(DicomTag.OtherPatientNames)!.GetBytes().ShouldContain((byte)0x5C);
        read.GetStrings(DicomTag.OtherPatientNames).ShouldBe(["歕", "王"]);
        read.GetString(DicomTag.SpecificCharacterSet).ShouldBe("GBK");
    }

    [Fact]
    public void Text_that_the_character_set_lacks_goes_out_in_UTF8()
    {
        DicomDataset dataset = new DicomDataset()
            .Add(DicomTag.SpecificCharacterSet, "ISO_IR 100")
            .Add(DicomTag.PatientName, "王^小東")
            .Add(DicomTag.ReferencedStudySequence, new DicomDataset().Add(DicomTag.StudyDescription, "Knöchel"));

        DicomDataset read = Rewritten(dataset);

        read.GetString(DicomTag.SpecificCharacterSet).ShouldBe("ISO_IR 192");
        read.GetString(DicomTag.PatientName).ShouldBe("王^小東");
        read.GetSequence(DicomTag.ReferencedStudySequence).Items[0].GetString(DicomTag.StudyDescription).ShouldBe("Knöchel");
        dataset.GetString(DicomTag.SpecificCharacterSet).ShouldBe("ISO_IR 100");
    }

    [Fact]
    public void Text_set_without_a_character_set_states_one_only_where_it_must()
    {
        Rewritten(new DicomDataset().Add(DicomTag.PatientName, "Miller")).Contains(DicomTag.SpecificCharacterSet).ShouldBeFalse();
        Rewritten(new DicomDataset().Add(DicomTag.PatientName, "Müller")).GetString(DicomTag.SpecificCharacterSet).ShouldBe("ISO_IR 192");
    }

    [Fact]
    public void Text_moved_to_another_data_set_keeps_its_characters()
    {
        DicomDataset source = Rewritten(new DicomDataset().Add(DicomTag.SpecificCharacterSet, "ISO_IR 144").Add(DicomTag.PatientName, "Люк"));
        DicomDataset target = new DicomDataset()
            .Add(DicomTag.SpecificCharacterSet, "ISO_IR 100")
            .Add(source.GetDicomItem<DicomElement>(DicomTag.PatientName)!)
            .Add(DicomTag.StudyDescription, "Füße");

        DicomDataset read = Rewritten(target);

        read.GetString(DicomTag.PatientName).ShouldBe("Люк");
        read.GetString(DicomTag.StudyDescription).ShouldBe("Füße");
    }

    [Fact]
    public void Bytes_of_an_unstated_character_set_are_copied_as_they_are()
    {
        byte[] bytes = Hex.Of("10 00 10 00 50 4E 02 00 CD F5");

        DicomDataset read = DicomDatasetReader.Read(bytes, DicomTransferSyntax.ExplicitVRLittleEndian);

        DicomDatasetWriter.ToBytes(read, DicomTransferSyntax.ExplicitVRLittleEndian).ShouldBe(bytes);
    }

    [Fact]
    public void What_a_character_set_can_write_it_reads_back() => Prop.ForAll(
        Gen.Elements("ISO_IR 100", "ISO_IR 144", "GB18030", "GBK", "\\ISO 2022 IR 87\\ISO 2022 IR 159", "\\ISO 2022 IR 149", "\\ISO 2022 IR 58", "ISO 2022 IR 13\\ISO 2022 IR 87").ToArbitrary(),
        Gen.OneOf(Gen.Choose(0x20, 0x7E), Gen.Choose(0xA0, 0x17F), Gen.Choose(0x390, 0x45F), Gen.Choose(0x3041, 0x30FE), Gen.Choose(0x4E00, 0x9FA5), Gen.Choose(0xAC00, 0xD7A3), Gen.Choose(0xFF61, 0xFF9F))
            .ArrayOf().Select(codes => string.Concat(codes.Select(code => (char)code))).ToArbitrary(),
        (terms, text) =>
        {
            DicomCharacterSet characterSet = DicomCharacterSet.Of(terms.Split('\\'));
            if (characterSet.TryEncode(text, DicomVR.PN) is { } bytes)
            {
                characterSet.Decode(bytes, DicomVR.PN).ShouldBe(text);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_bytes_are_too_broken_to_be_read() => Prop.ForAll(
        Gen.Elements("", "ISO_IR 13", "ISO_IR 192", "GB18030", "GBK", "\\ISO 2022 IR 87\\ISO 2022 IR 159", "\\ISO 2022 IR 149").ToArbitrary(),
        Gen.OneOf(Gen.Elements((byte)0x1B, (byte)'$', (byte)'(', (byte)')', (byte)'B', (byte)'D'), ArbMap.Default.GeneratorFor<byte>()).ArrayOf().ToArbitrary(),
        (terms, bytes) => DicomCharacterSet.Of(terms.Split('\\')).Decode(bytes, DicomVR.PN) is not null).QuickCheckThrowOnFailure();

    private static DicomDataset Rewritten(DicomDataset dataset) => DicomDatasetReader.Read(
        DicomDatasetWriter.ToBytes(dataset, DicomTransferSyntax.ExplicitVRLittleEndian), DicomTransferSyntax.ExplicitVRLittleEndian);
}
