using System.Net;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Scp.Tests.AeTitles;

public sealed class AeTitleFileTests
{
    private const string Contract = """
        { "remoteAes": [
            { "name": "main-pacs", "aeTitle": "ORTHANC",    "host": "127.0.0.1", "port": 4242, "role": "pacs", "allow": ["echo", "store"], "tls": false, "objects": ["SR", "SC"] },
            { "name": "ct-1",      "aeTitle": "CT_SCANNER", "host": "127.0.0.1", "port": 104, "role": "modality", "allow": ["echo", "store"], "resultsTo": ["main-pacs"], "quietPeriod": "00:00:20" } ] }
        """;

    [Fact]
    public void The_contracts_example_is_read()
    {
        AeTitleBook book = AeTitleFile.Parse(Contract);

        RemoteAe ct = book.ByName("ct-1")!;
        ct.EffectiveRole.ShouldBe(AeRole.Modality);
        ct.QuietPeriod.ShouldBe(TimeSpan.FromSeconds(20));
        book.Destinations(ct).ShouldHaveSingleItem().Name.ShouldBe("main-pacs");
        book.Destinations(book.ByName("main-pacs")!).ShouldHaveSingleItem().Name.ShouldBe("main-pacs");
    }

    [Fact]
    public void Writing_and_reading_gives_the_same_entries()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "ae-titles.json");
        AeTitleBook book = AeTitleFile.Parse(Contract);

        AeTitleFile.Write(path, book);

        AeTitleBook again = AeTitleFile.Read(path);
        again.Entries.Length.ShouldBe(2);
        again.Entries[1].ResultsTo.ShouldBe(["main-pacs"]);
        again.Entries[0].Objects.ShouldBe(["SR", "SC"]);
        File.Exists(path + ".new").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{ "name": "a", "aeTitle": "TOO_LONG_FOR_A_TITLE", "host": "h", "port": 104 }""", "at most 16 characters")]
    [InlineData("""{ "name": "a", "aeTitle": "A", "host": "h", "port": 70000 }""", "port must lie between 1 and 65535")]
    [InlineData("""{ "name": "a", "aeTitle": "A", "host": "h", "port": 104, "role": "modality" }""", "must name resultsTo")]
    [InlineData("""{ "name": "a", "aeTitle": "A", "host": "h", "port": 104, "resultsTo": ["b"] }""", "no AE named \"b\"")]
    [InlineData("""{ "name": "a", "aeTitle": "A", "host": "*", "port": 104 }""", "without resultsTo")]
    [InlineData("""{ "name": "a", "aeTitle": "A", "host": "10.1.0.0/99", "port": 104, "resultsTo": ["a"] }""", "is not a network")]
    [InlineData("""{ "name": "", "aeTitle": "A", "host": "h", "port": 104 }""", "name must not be empty")]
    [InlineData("""{ "name": "a", "aeTitle": "A", "host": "h", "port": 104, "colour": "red" }""", "colour")]
    [InlineData("""{ "name": "a", "aeTitle": "A", "host": "h", "port": 104, "objects": ["PDF"] }""", "is not an object")]
    [InlineData("""{ "name": "a", "aeTitle": "A", "host": "h", "port": 104 }, { "name": "A", "aeTitle": "B", "host": "h", "port": 104 }""", "used twice")]
    public void A_bad_entry_is_refused_with_its_reason(string entry, string reason) =>
        Should.Throw<ConfigurationException>(() => AeTitleFile.Parse($"{{ \"remoteAes\": [ {entry} ] }}")).Message.ShouldContain(reason);

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("10.1.0.0/16", "10.1.200.7", true)]
    [InlineData("10.1.0.0/16", "10.2.0.7", false)]
    [InlineData("*", "192.0.2.1", true)]
    [InlineData("scanner", "192.0.2.9", true)]
    [InlineData("scanner", "192.0.2.8", false)]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", true)]
    public void A_callers_address_is_compared_with_the_host(string host, string address, bool expected) =>
        HostMatch.Matches(host, IPAddress.Parse(address), _ => [IPAddress.Parse("192.0.2.9")]).ShouldBe(expected);

    [Fact]
    public void A_caller_needs_title_and_address()
    {
        AeTitleBook book = AeTitleFile.Parse(Contract);

        book.Caller("CT_SCANNER", IPAddress.Loopback, _ => [])!.Name.ShouldBe("ct-1");
        book.Caller("CT_SCANNER", IPAddress.Parse("192.0.2.1"), _ => []).ShouldBeNull();
        book.Caller("ct_scanner", IPAddress.Loopback, _ => []).ShouldBeNull();
    }
}
