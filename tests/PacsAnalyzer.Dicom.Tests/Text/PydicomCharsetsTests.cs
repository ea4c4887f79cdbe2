using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Dicom.Tests.Text;

/// <summary>The person names of pydicom's character set files, as its tests state them.</summary>
public sealed class PydicomCharsetsTests
{
    private const string Yamada = "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう";

    public static TheoryData<string, string> Names { get; } = new()
    {
        { "chrArab", "قباني^لنزار" },
        { "chrFren", "Buc^Jérôme" },
        { "chrFrenMulti", "Buc^Jérôme" },
        { "chrGerm", "Äneas^Rüdiger" },
        { "chrGreek", "Διονυσιος" },
        { "chrH31", "Yamada^Tarou=山田^太郎=やまだ^たろう" },
        { "chrH32", Yamada },
        { "chrHbrw", "שרון^דבורה" },
        { "chrI2", "Hong^Gildong=洪^吉洞=홍^길동" },
        { "chrJapMulti", "やまだ^たろう" },
        { "chrJapMultiExplicitIR6", "やまだ^たろう" },
        { "chrKoreanMulti", "김희중" },
        { "chrRuss", "Люкceмбypг" },
        { "chrX1", "Wang^XiaoDong=王^小東=" },
        { "chrX2", "Wang^XiaoDong=王^小东=" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_person_name_comes_out_as_it_is_written(string file, string name) =>
        Open(file).GetString(DicomTag.PatientName).ShouldBe(name);

    [Theory]
    [InlineData("chrSQEncoding")] // the item states its own character set
    [InlineData("chrSQEncoding1")] // the item inherits it
    public void A_name_in_a_sequence_has_the_character_set_that_holds_there(string file)
    {
        DicomDataset dataset = Open(file);

        dataset.GetSequence(DicomTag.RequestedProcedureCodeSequence).Items[0].GetString(DicomTag.PatientName).ShouldBe(Yamada);
    }

    [Fact]
    public void Several_values_are_parted_after_they_are_decoded()
    {
        DicomDataset dataset = Open("chrFrenMulti");

        dataset.GetStrings(DicomTag.OtherPatientNames).ShouldBe(["Buc^Jérôme", "Buc^Jérôme"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_survives_being_written_in_its_own_character_set_and_in_UTF8(string file, string name)
    {
        DicomDataset dataset = Open(file);
        DicomDataset fresh = new DicomDataset()
            .Add(DicomTag.SpecificCharacterSet, dataset.GetString(DicomTag.SpecificCharacterSet)!)
            .Add(DicomTag.PatientName, name);
        DicomDataset moved = new DicomDataset()
            .Add(DicomTag.SpecificCharacterSet, "ISO_IR 192")
            .Add(dataset.GetDicomItem<DicomElement>(DicomTag.PatientName)!);

        DicomDataset written = Rewritten(fresh);
        written.GetString(DicomTag.PatientName).ShouldBe(name);
        written.GetString(DicomTag.SpecificCharacterSet).ShouldBe(dataset.GetString(DicomTag.SpecificCharacterSet));
        Rewritten(moved).GetString(DicomTag.PatientName).ShouldBe(name);
        System.Text.Encoding.UTF8.GetString(Rewritten(moved).GetDicomItem<DicomElement>(DicomTag.PatientName)!.GetBytes()).Trim().ShouldBe(name);
    }

    private static DicomDataset Open(string file) => DicomFile.Open(TestCorpus.Path("pydicom", "charsets", file + ".dcm")).Dataset;

    private static DicomDataset Rewritten(DicomDataset dataset) => DicomDatasetReader.Read(
        DicomDatasetWriter.ToBytes(dataset, DicomTransferSyntax.ExplicitVRLittleEndian), DicomTransferSyntax.ExplicitVRLittleEndian);
}
