using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Pelvis;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

public sealed class SideDecisionTests
{
    private static readonly Point2 OnLeft = new(900, 10);
    private static readonly Point2 OnRight = new(100, 10);

    private static HipSides Decide(bool left, bool right, bool stated, string laterality, params (char, Point2)[] markers) =>
        SideDecision.Decide(left, right, stated, laterality, markers, 500);

    [Fact]
    public void Patient_orientation_is_enough() => Decide(true, false, true, "").IsCertain.ShouldBeTrue();

    [Fact]
    public void Nothing_stated_is_uncertain() => Decide(true, false, false, "").IsCertain.ShouldBeFalse();

    [Fact]
    public void A_marker_on_its_side_confirms_the_usual_display() => Decide(true, false, false, "", ('L', OnLeft)).IsCertain.ShouldBeTrue();

    [Fact]
    public void A_marker_on_the_other_side_is_a_conflict_whatever_the_tags_say()
    {
        Decide(true, false, true, "L", ('L', OnRight)).IsCertain.ShouldBeFalse();
        Decide(true, false, true, "", ('R', OnLeft)).IsCertain.ShouldBeFalse();
    }

    [Fact]
    public void Laterality_against_the_picture_is_a_conflict()
    {
        Decide(true, false, true, "R").IsCertain.ShouldBeFalse();
        Decide(true, false, false, "L").IsCertain.ShouldBeTrue();
        Decide(true, true, true, "R").IsCertain.ShouldBeTrue();
        Decide(true, false, true, "B").IsCertain.ShouldBeTrue();
    }

    [Fact]
    public void Two_markers_that_disagree_are_a_conflict() => Decide(true, false, true, "", ('L', OnLeft), ('R', OnLeft)).IsCertain.ShouldBeFalse();
}
