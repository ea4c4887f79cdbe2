using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Scp.Assembly;

namespace PacsAnalyzer.Scp.Tests.Assembly;

public sealed class AssemblyRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private static InstanceHeader Slice(int number, double z) => new()
    {
        SopInstanceUid = $"1.2.3.{number}",
        SopClassUid = "1.2.840.10008.5.1.4.1.1.2",
        StudyInstanceUid = "1.2",
        SeriesInstanceUid = "1.2.3",
        Modality = "CT",
        BodyPartExamined = "LSPINE",
        ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"],
        ImageOrientationPatient = [1, 0, 0, 0, 1, 0],
        ImagePositionPatient = [0, 0, z],
        PixelSpacing = [0.8, 0.8],
        SliceThickness = 3,
        Rows = 512,
        Columns = 512,
        Kvp = 120,
        HasPixelData = true,
        FrameOfReferenceUid = "1.2.9",
    };

    private static InstanceHeader[] Series(params int[] missing) => [.. Enumerable.Range(0, 60).Except(missing).Select(i => Slice(i, i * 3))];

    [Fact]
    public void A_complete_spine_series_is_analysed()
    {
        AssemblyDecision decision = AssemblyRules.Decide(Series(), RoutingRules.Default, Now.AddMinutes(30), Now);

        decision.ShouldBeOfType<AssemblyDecision.Analyse>().Pipeline.ShouldBe("spine-ct");
    }

    [Fact]
    public void A_series_with_a_gap_waits_for_the_missing_slices()
    {
        AssemblyDecision decision = AssemblyRules.Decide(Series(20, 21), RoutingRules.Default, Now.AddMinutes(30), Now);

        decision.ShouldBeOfType<AssemblyDecision.Wait>().Until.ShouldBe(Now + AssemblyRules.Recheck);
    }

    [Fact]
    public void After_the_longest_wait_a_series_with_a_gap_goes_on_as_it_is() =>
        AssemblyRules.Decide(Series(20, 21), RoutingRules.Default, Now, Now).ShouldBeOfType<AssemblyDecision.Analyse>();

    [Fact]
    public void Another_modality_is_left_out_with_the_rule()
    {
        InstanceHeader[] series = [Slice(1, 0) with { Modality = "MR", SopClassUid = "1.2.840.10008.5.1.4.1.1.4" }];

        AssemblyRules.Decide(series, RoutingRules.Default, Now, Now).ShouldBeOfType<AssemblyDecision.Exclude>().RuleId.ShouldNotBeEmpty();
    }
}
