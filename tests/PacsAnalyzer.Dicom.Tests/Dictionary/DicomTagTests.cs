namespace PacsAnalyzer.Dicom.Tests.Dictionary;

public sealed class DicomTagTests
{
    [Theory]
    [InlineData("0010,0010")]
    [InlineData("(0010,0010)")]
    [InlineData("00100010")]
    [InlineData("PatientName")]
    [InlineData(" PatientName ")]
    public void A_tag_is_read_from_each_of_its_forms(string text) => DicomTag.Parse(text).ShouldBe(DicomTag.PatientName);

    [Theory]
    [InlineData("")]
    [InlineData("0010")]
    [InlineData("PatientNam")]
    [InlineData("001G,0010")]
    public void What_is_no_tag_is_refused(string text)
    {
        DicomTag.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => DicomTag.Parse(text)).Message.ShouldContain("0010,0010");
    }

    [Fact]
    public void Tags_sort_by_group_and_element()
    {
        DicomTag[] tags = [DicomTag.PixelData, DicomTag.PatientID, DicomTag.PatientName, new(0xFFFE, 0xE000)];
        tags.Order().ShouldBe([DicomTag.PatientName, DicomTag.PatientID, DicomTag.PixelData, DicomTag.Item]);
        (DicomTag.PatientName < DicomTag.PatientID).ShouldBeTrue();
    }

    [Fact]
    public void Private_tags_are_told_apart()
    {
        new DicomTag(0x0029, 0x0010).IsPrivateCreator.ShouldBeTrue();
        new DicomTag(0x0029, 0x1010).IsPrivateCreator.ShouldBeFalse();
        new DicomTag(0x0029, 0x1010).IsPrivate.ShouldBeTrue();
        DicomTag.PatientName.IsPrivate.ShouldBeFalse();
    }

    [Theory]
    [InlineData("(0010,0010)", "PatientName", "PN", "1", false)]
    [InlineData("(6002,3000)", "OverlayData", "OB/OW", "1", false)]
    [InlineData("(5004,0010)", "NumberOfPoints", "US", "1", true)]
    [InlineData("(0020,3105)", "SourceImageIDs", "CS", "1-n", true)]
    [InlineData("(0028,0106)", "SmallestImagePixelValue", "US/SS", "1", false)]
    [InlineData("(0000,0002)", "AffectedSOPClassUID", "UI", "1", false)]
    [InlineData("(0000,0900)", "Status", "US", "1", false)]
    [InlineData("(0002,0010)", "TransferSyntaxUID", "UI", "1", false)]
    [InlineData("(7FE0,0010)", "PixelData", "OB/OW", "1", false)]
    [InlineData("(0040,A730)", "ContentSequence", "SQ", "1", false)]
    public void The_dictionary_says_what_PS36_says(string tag, string keyword, string vrs, string multiplicity, bool isRetired)
    {
        DicomDictionaryEntry entry = DicomTag.Parse(tag).DictionaryEntry.ShouldNotBeNull();
        entry.Keyword.ShouldBe(keyword);
        string.Join('/', entry.ValueRepresentations).ShouldBe(vrs);
        entry.ValueMultiplicity.ShouldBe(multiplicity);
        entry.IsRetired.ShouldBe(isRetired);
    }

    [Fact]
    public void Every_keyword_has_a_property_and_leads_back_to_its_entry()
    {
        System.Reflection.PropertyInfo[] properties = [.. typeof(DicomTag).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)];
        properties.Length.ShouldBe(DicomDictionary.Count);
        foreach (System.Reflection.PropertyInfo property in properties)
        {
            DicomTag tag = (DicomTag)property.GetValue(null)!;
            tag.Keyword.ShouldBe(property.Name);
            DicomTag.Parse(property.Name).ShouldBe(tag);
        }
    }

    [Fact]
    public void The_dictionary_has_all_of_the_standard() => DicomDictionary.Count.ShouldBeGreaterThan(5100);

    [Fact]
    public void Unknown_and_private_tags_have_no_entry()
    {
        new DicomTag(0x0029, 0x1010).DictionaryEntry.ShouldBeNull();
        new DicomTag(0x0009, 0x0002).DictionaryEntry.ShouldBeNull();
        new DicomTag(0x0012, 0xFFF0).DictionaryEntry.ShouldBeNull();
    }
}
