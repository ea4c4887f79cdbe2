namespace PacsAnalyzer.Dicom.Tests.Dictionary;

public sealed class DicomTransferSyntaxTests
{
    [Theory]
    [InlineData("1.2.840.10008.1.2", false, false, false, false, false)]
    [InlineData("1.2.840.10008.1.2.1", true, false, false, false, false)]
    [InlineData("1.2.840.10008.1.2.2", true, true, false, false, false)]
    [InlineData("1.2.840.10008.1.2.1.99", true, false, true, false, false)]
    [InlineData("1.2.840.10008.1.2.4.50", true, false, false, true, true)]
    [InlineData("1.2.840.10008.1.2.4.70", true, false, false, true, false)]
    [InlineData("1.2.840.10008.1.2.4.80", true, false, false, true, false)]
    [InlineData("1.2.840.10008.1.2.4.81", true, false, false, true, true)]
    [InlineData("1.2.840.10008.1.2.4.90", true, false, false, true, false)]
    [InlineData("1.2.840.10008.1.2.5", true, false, false, true, false)]
    public void A_syntax_has_the_traits_of_the_standard(string uid, bool isExplicit, bool isBig, bool isDeflated, bool isEncapsulated, bool isLossy)
    {
        DicomTransferSyntax syntax = DicomTransferSyntax.Lookup(uid + "\0").ShouldNotBeNull();
        syntax.IsExplicitVR.ShouldBe(isExplicit);
        syntax.IsBigEndian.ShouldBe(isBig);
        syntax.IsDeflated.ShouldBe(isDeflated);
        syntax.IsEncapsulated.ShouldBe(isEncapsulated);
        syntax.IsLossy.ShouldBe(isLossy);
        syntax.Uid.Kind.ShouldBe(DicomUIDKind.TransferSyntax);
    }

    [Fact]
    public void What_is_no_syntax_is_not_found()
    {
        DicomTransferSyntax.Lookup("1.2.840.10008.1.1").ShouldBeNull();
        DicomTransferSyntax.Lookup((string?)null).ShouldBeNull();
        DicomTransferSyntax.All.ShouldAllBe(syntax => DicomUID.IsValid(syntax.Uid.Uid));
    }

    [Fact]
    public void Value_representations_are_those_of_PS35()
    {
        DicomVR.All.Count.ShouldBe(34);
        DicomVR.All.ShouldAllBe(vr => DicomVR.Parse(vr.Code) == vr && DicomVR.Find((byte)vr.Code[0], (byte)vr.Code[1]) == vr);
        DicomVR.All.Where(vr => vr.HasLongLength).Select(vr => vr.Code)
            .ShouldBe(["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"]);
        DicomVR.All.Where(vr => vr.IsCharacterString).Select(vr => vr.Code).ShouldBe(["LO", "LT", "PN", "SH", "ST", "UC", "UT"]);
        Should.Throw<FormatException>(() => DicomVR.Parse("XX"));
    }
}
