using System.Net;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Associations;

namespace PacsAnalyzer.Scp.Tests.Associations;

public sealed class CallerRulesTests
{
    private static readonly AeTitleBook Book = AeTitleFile.Parse(
        """{ "remoteAes": [ { "name": "ct", "aeTitle": "CT_1", "host": "192.0.2.7", "port": 104 } ] }""");

    private static CallerDecision Decide(string called, string calling, string address, bool acceptUnknown = false) =>
        CallerRules.Decide(called, calling, IPAddress.Parse(address), "NODE", acceptUnknown, Book, _ => []);

    [Fact]
    public void A_known_caller_is_let_in()
    {
        CallerDecision decision = Decide("NODE", "CT_1", "192.0.2.7");

        decision.Rejection.ShouldBeNull();
        decision.Entry!.Name.ShouldBe("ct");
    }

    [Theory]
    [InlineData("OTHER", "CT_1", "192.0.2.7", 7, "this node is NODE")]
    [InlineData("NODE", "CT_2", "192.0.2.7", 3, "not in ae-titles.json")]
    [InlineData("NODE", "CT_1", "192.0.2.8", 3, "not from this address")]
    public void Others_are_rejected_with_the_standards_reason(string called, string calling, string address, byte reason, string text)
    {
        CallerDecision decision = Decide(called, calling, address);

        decision.Rejection!.Reason.ShouldBe(reason);
        decision.Reason.ShouldContain(text);
    }

    [Fact]
    public void Unknown_callers_come_in_where_configured_but_not_a_known_title_from_elsewhere()
    {
        Decide("NODE", "CT_2", "192.0.2.9", acceptUnknown: true).Rejection.ShouldBeNull();
        Decide("NODE", "CT_1", "192.0.2.9", acceptUnknown: true).Rejection!.Reason.ShouldBe((byte)3);
        Decide("NODE", "", "192.0.2.9", acceptUnknown: true).Rejection.ShouldNotBeNull();
    }

    [Fact]
    public void A_title_is_made_printable() => PrintableTitle.Of("A\r\nB\u00e9C").ShouldBe("A??B?C");
}
