using FsCheck;
using FsCheck.Fluent;

namespace PacsAnalyzer.Dicom.Tests.Dictionary;

public sealed class DicomUIDTests
{
    [Theory]
    [InlineData("1.2.840.10008.1.1", true)]
    [InlineData("0.0", true)]
    [InlineData("2.25.0", true)]
    [InlineData("", false)]
    [InlineData("1.", false)]
    [InlineData(".1", false)]
    [InlineData("1..2", false)]
    [InlineData("1.02", false)]
    [InlineData("1.2a", false)]
    [InlineData("1.2 ", false)]
    public void A_UID_is_valid_as_PS35_chapter_9_has_it(string uid, bool isValid) => DicomUID.IsValid(uid).ShouldBe(isValid);

    [Fact]
    public void A_UID_has_at_most_64_characters()
    {
        DicomUID.IsValid("1." + new string('2', 62)).ShouldBeTrue();
        DicomUID.IsValid("1." + new string('2', 63)).ShouldBeFalse();
    }

    [Fact]
    public void The_registry_names_what_it_knows()
    {
        DicomUID.Lookup("1.2.840.10008.5.1.4.1.1.2\0").ShouldBe(DicomUID.CTImageStorage);
        DicomUID.CTImageStorage.Name.ShouldBe("CT Image Storage");
        DicomUID.CTImageStorage.Kind.ShouldBe(DicomUIDKind.SopClass);
        DicomUID.Lookup("1.2.3").Kind.ShouldBe(DicomUIDKind.Unknown);
        DicomUID.StorageCommitmentPushModelInstance.Uid.ShouldBe("1.2.840.10008.1.20.1.1");
        DicomUID.Comprehensive3DSRStorage.Uid.ShouldBe("1.2.840.10008.5.1.4.1.1.88.34");
    }

    [Fact]
    public void Derived_UIDs_are_valid_differ_by_their_parts_and_stay_the_same()
    {
        DerivedUid.Create("job", "SR").ShouldBe(DerivedUid.Create("job", "SR"));
        DerivedUid.Create("ab", "c").ShouldNotBe(DerivedUid.Create("a", "bc"));
        DerivedUid.Create("ab").ShouldNotBe(DerivedUid.Create("ab", ""));
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            string uid = DerivedUid.Create(text ?? "");
            return DicomUID.IsValid(uid) && uid.StartsWith("2.25.", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Derived_UIDs_do_not_change_between_versions() =>
        DerivedUid.Create("job", "SR").ShouldBe("2.25.127030476863059003059971223877826790872");

    // PS3.5 annex B.2's own example.
    [Fact]
    public void A_UUID_becomes_a_UID_as_PS35_annex_B2_has_it() =>
        DerivedUid.FromUuid(Convert.FromHexString("f81d4fae7dec11d0a76500a0c91e6bf6")).ShouldBe("2.25.329800735698586629295641978511506172918");

    [Fact]
    public void Generated_UIDs_are_valid_and_differ()
    {
        DicomUIDGenerator generator = new();
        string[] uids = [.. Enumerable.Range(0, 100).Select(_ => generator.Next())];
        uids.ShouldAllBe(uid => DicomUID.IsValid(uid));
        uids.Distinct().Count().ShouldBe(100);
    }
}
