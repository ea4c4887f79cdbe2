using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Pelvis;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

public sealed class HipMeasurementsTests
{
    // Teardrops on row 100, midline at column 0, one pixel = one millimetre. Left cup centre (100, 70), right head (-92, 76).
    private static Dictionary<string, Point2> Left() => new()
    {
        ["teardrop.left"] = new(60, 100), ["teardrop.right"] = new(-60, 100), ["symphysis.superior"] = new(0, 130),
        ["ischium.left"] = new(55, 180), ["ischium.right"] = new(-55, 180),
        ["cup.lateral"] = new(120, 50), ["cup.medial"] = new(80, 90), ["cup.contact"] = new(120, 50), ["contralateral.centre"] = new(-92, 76),
    };

    private static readonly HipSides LeftSide = new(true, false, true, "");

    private static Dictionary<string, Measurement> Measure(Dictionary<string, Point2> p, HipSides sides, (double, double)? mm, SpacingSource source = SpacingSource.Calibrated, AnalysisOptions? options = null) =>
        HipMeasurements.Measure(p, sides, mm, source, (options ?? new AnalysisOptions()).EffectiveRanges).ToDictionary(m => m.Code + m.Side);

    [Fact]
    public void A_left_cup_by_hand()
    {
        Dictionary<string, Measurement> m = Measure(Left(), LeftSide, (1, 1));
        m["CUP-INCLL"].Value!.Value.ShouldBe(45, 1e-9);
        m["CUP-COVERL"].Value!.Value.ShouldBe(100, 1e-9);
        m["HRC-VOFFL"].Value!.Value.ShouldBe(30 - 24, 1e-9);
        m["HRC-VOFFL"].Normality.ShouldBe(Normality.Within);
        m["HRC-HOFFL"].Value!.Value.ShouldBe(100 - 92, 1e-9);
        m["HRC-HOFFL"].Normality.ShouldBe(Normality.Above);
    }

    [Fact]
    public void The_mirrored_film_gives_the_same_values_for_the_right_cup()
    {
        Dictionary<string, Point2> mirrored = Left().ToDictionary(
            p => p.Key.EndsWith(".left", StringComparison.Ordinal) ? p.Key[..^4] + "right" : p.Key.EndsWith(".right", StringComparison.Ordinal) ? p.Key[..^5] + "left" : p.Key,
            p => new Point2(-p.Value.X, p.Value.Y));
        Dictionary<string, Measurement> left = Measure(Left(), LeftSide, (1, 1)), right = Measure(mirrored, new HipSides(false, true, true, ""), (1, 1));
        foreach (string code in (string[])["CUP-INCL", "CUP-COVER", "HRC-VOFF", "HRC-HOFF"])
        {
            right[code + "R"].Value!.Value.ShouldBe(left[code + "L"].Value!.Value, 1e-9);
        }
    }

    [Fact]
    public void Limits_are_judged_on_unrounded_values()
    {
        Dictionary<string, Point2> p = Left();
        p["contralateral.centre"] = new Point2(-92, 76.0001);
        Measure(p, LeftSide, (1, 1))["HRC-VOFFL"].Normality.ShouldBe(Normality.Above);
    }

    [Fact]
    public void Without_a_spacing_millimetres_are_null_and_angles_stay()
    {
        Dictionary<string, Measurement> m = Measure(Left(), LeftSide, null, SpacingSource.None);
        m["CUP-INCLL"].Value.ShouldNotBeNull();
        m["HRC-VOFFL"].Value.ShouldBeNull();
        m["HRC-VOFFL"].Reason.ShouldBe(ReasonCodes.NoSpacing);
    }

    [Fact]
    public void Detector_plane_millimetres_are_not_assessed()
    {
        Measurement m = Measure(Left(), LeftSide, (1, 1), SpacingSource.DetectorPlane)["HRC-VOFFL"];
        m.Value!.Value.ShouldBe(6, 1e-9);
        m.Normality.ShouldBe(Normality.NotAssessed);
        m.Reason.ShouldBe(ReasonCodes.DetectorPlane);
    }

    [Fact]
    public void A_missing_landmark_takes_only_what_needs_it()
    {
        Dictionary<string, Point2> p = Left();
        p.Remove("ischium.left");
        Dictionary<string, Measurement> m = Measure(p, LeftSide, (1, 1));
        m["CUP-INCLL"].Reason.ShouldBe(ReasonCodes.LandmarkMissing);
        m["CUP-COVERL"].Value.ShouldNotBeNull();
        m["HRC-VOFFL"].Value.ShouldNotBeNull();
    }

    [Fact]
    public void Both_hips_give_one_offset_left_minus_right_not_assessed()
    {
        Dictionary<string, Point2> p = Left();
        p["cup2.lateral"] = new(-112, 60);
        p["cup2.medial"] = new(-72, 92);
        p["cup2.contact"] = new(-112, 60);
        Dictionary<string, Measurement> m = Measure(p, new HipSides(true, true, true, ""), (1, 1));
        m["CUP-INCLR"].Value.ShouldNotBeNull();
        m["HRC-VOFF"].Value!.Value.ShouldBe(6, 1e-9);
        m["HRC-VOFF"].Reason.ShouldBe(ReasonCodes.Bilateral);
        m["HRC-HOFF"].Value!.Value.ShouldBe(8, 1e-9);
        m["HRC-HOFF"].Normality.ShouldBe(Normality.NotAssessed);
    }

    [Fact]
    public void An_uncertain_side_is_written_nowhere() =>
        HipMeasurements.Measure(Left(), LeftSide with { IsCertain = false }, (1, 1), SpacingSource.Calibrated, MeasurementCodes.DefaultRanges).ShouldAllBe(m => m.Side == null);

    [Fact]
    public void Ranges_are_overridden_by_code()
    {
        var options = new AnalysisOptions { Ranges = new Dictionary<string, MeasurementRange> { ["CUP-INCL"] = new(46, 60, "site") } };
        Measurement m = Measure(Left(), LeftSide, (1, 1), options: options)["CUP-INCLL"];
        m.Normality.ShouldBe(Normality.Below);
        m.Range.ShouldBe([46, 60]);
        m.RangeSource.ShouldBe("site");
        options.Hash().ShouldNotBe(new AnalysisOptions().Hash());
    }
}
