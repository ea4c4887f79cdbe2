using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Pipeline.Tests.Support;

namespace PacsAnalyzer.Pipeline.Tests.Routing;

public sealed class RoutingRulesTests
{
    private static InstanceHeader Ct => Headers.Ct(1, new Vector3(0, 0, 0));

    public static TheoryData<string, string?> Films => new()
    {
        { "PELVIS", PipelineNames.Pelvis }, { "HIP", PipelineNames.Pelvis }, { "", PipelineNames.Pelvis }, { "骨盆", PipelineNames.Pelvis }, { "BECKEN", PipelineNames.Pelvis },
        { "CHEST", null }, { "HAND", null }, { "LSPINE", null },
    };

    [Theory]
    [MemberData(nameof(Films))]
    public void Films_go_by_body_part_and_unknown_words_to_the_pixels(string bodyPart, string? pipeline)
    {
        RoutingDecision d = RoutingRules.Default.Decide([Headers.Film() with { BodyPartExamined = bodyPart }]);
        d.Pipeline.ShouldBe(pipeline);
        d.Excluded.ShouldBe(pipeline is null);
    }

    [Fact]
    public void Ct_goes_to_the_spine() => RoutingRules.Default.Decide([Ct with { BodyPartExamined = "ABDOMEN" }]).Pipeline.ShouldBe(PipelineNames.Spine);

    [Fact]
    public void Excluded_series_name_their_rule()
    {
        RoutingRules rules = RoutingRules.Default;
        rules.Decide([Ct with { Modality = "MR" }]).RuleId.ShouldBe("other-modality");
        rules.Decide([Ct with { BodyPartExamined = "HEAD" }]).RuleId.ShouldBe("ct-other-body-part");
        rules.Decide([Ct with { ImageType = ["ORIGINAL", "PRIMARY", "LOCALIZER"] }]).RuleId.ShouldBe("localizer");
        rules.Decide([Ct with { ImageType = ["DERIVED", "SECONDARY", "MIP"] }]).RuleId.ShouldBe("derived-image");
        rules.Decide([Ct with { HasPixelData = false }]).RuleId.ShouldBe("no-image");
        rules.Decide([Headers.Film() with { ViewPosition = "LL" }]).RuleId.ShouldBe("xray-lateral");
        rules.Decide([Headers.Film() with { SopClassUid = "1.2.840.10008.5.1.4.1.1.7" }]).RuleId.ShouldBe("secondary-capture");
    }

    [Fact]
    public void Own_objects_are_recognised_by_manufacturer_equipment_or_coding_scheme()
    {
        RoutingRules rules = RoutingRules.Default;
        rules.Decide([Ct with { Modality = "SR", CodingSchemes = ["99PACSANALYZER"] }]).RuleId.ShouldBe("own-object");
        rules.Decide([Ct with { Modality = "OT", ContributingManufacturers = ["PacsAnalyzer"] }]).RuleId.ShouldBe("own-object");
        rules.Decide([Ct with { Manufacturer = "PacsAnalyzer" }]).RuleId.ShouldBe("own-object");
        rules.Decide([Ct with { Manufacturer = "PacsAnalyzer Simulator" }]).Excluded.ShouldBeFalse();
    }

    [Fact]
    public void The_explanation_says_what_was_found() =>
        RoutingRules.Default.Decide([Ct with { BodyPartExamined = "head" }]).Explanation.ShouldEndWith("(modality is CT; bodyPart is head)");

    [Theory]
    [InlineData("{}", "'rules' is missing or empty")]
    [InlineData("{ \"rules\": [ { \"id\": \"a\", \"action\": \"drop\" } ] }", "rule 'a': action 'drop' is unknown")]
    [InlineData("{ \"rules\": [ { \"id\": \"a\", \"action\": \"analyse\", \"pipeline\": \"x\" } ] }", "pipeline 'x' is unknown")]
    [InlineData("{ \"rules\": [ { \"id\": \"a\", \"action\": \"exclude\", \"when\": [ { \"field\": \"colour\", \"op\": \"in\" } ] } ] }", "field 'colour' is unknown")]
    [InlineData("{ \"rules\": [ { \"id\": \"a\", \"action\": \"exclude\", \"when\": [ { \"field\": \"modality\", \"op\": \"is\" } ] } ] }", "op 'is' is unknown")]
    [InlineData("{ \"rules\": [ { \"id\": \"a\", \"action\": \"exclude\" }, { \"id\": \"a\", \"action\": \"exclude\" } ] }", "used twice")]
    public void A_bad_file_says_which_rule_is_wrong(string json, string message) =>
        Should.Throw<FormatException>(() => RoutingRules.Parse(json)).Message.ShouldContain(message);

    [Fact]
    public void No_rule_excludes() =>
        RoutingRules.Parse("{ \"rules\": [ { \"id\": \"a\", \"action\": \"analyse\", \"pipeline\": \"spine-ct\", \"when\": [ { \"field\": \"images\", \"op\": \"atLeast\", \"values\": [ \"2\" ] } ] } ] }")
            .Decide([Ct]).RuleId.ShouldBe("no-rule");
}
