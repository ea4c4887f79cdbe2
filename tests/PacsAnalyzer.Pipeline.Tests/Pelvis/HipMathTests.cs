using FsCheck;
using FsCheck.Fluent;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Pelvis;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

public sealed class HipMathTests
{
    private static Point2 At(double degrees, double length = 10) => new(length * Math.Cos(degrees * Math.PI / 180), -length * Math.Sin(degrees * Math.PI / 180));

    [Theory]
    [InlineData(40)]
    [InlineData(5)]
    [InlineData(85)]
    public void Inclination_is_the_acute_angle_to_the_ischial_line(double degrees)
    {
        // A left cup: its lateral end is right of and above the medial end.
        HipMath.Inclination(At(degrees), new Point2(0, 0), new Point2(-50, 80), new Point2(50, 80)).ShouldBe(degrees, 1e-9);

        // The mirror image has the same angle.
        HipMath.Inclination(At(180 - degrees), new Point2(0, 0), new Point2(-50, 80), new Point2(50, 80)).ShouldBe(degrees, 1e-9);
    }

    [Fact]
    public void Inclination_counts_from_a_tilted_ischial_line() =>
        HipMath.Inclination(At(40), new Point2(0, 0), new Point2(0, 0), At(10)).ShouldBe(30, 1e-9);

    [Theory]
    [InlineData(180, 100)]
    [InlineData(126, 70)]
    [InlineData(90, 50)]
    public void Coverage_is_the_angle_from_the_medial_end_over_the_dome(double alpha, double percent)
    {
        // Left cup at 40 degrees: the medial end points to 220 degrees, over the dome the angle falls: 220 - alpha.
        HipMath.Coverage(At(40), At(220), At(220 - alpha)).ShouldBe(percent, 1e-9);

        // Right cup, mirrored.
        HipMath.Coverage(At(140), At(-40), At(-40 + alpha)).ShouldBe(percent, 1e-9);
    }

    [Fact]
    public void A_contact_beyond_an_end_is_clamped()
    {
        HipMath.Coverage(At(40), At(220), At(225)).ShouldBe(0);
        HipMath.Coverage(At(40), At(220), At(35)).ShouldBe(100);
    }

    [Fact]
    public void Place_counts_from_the_midline_and_up_from_the_teardrops()
    {
        // Teardrops on row 100, symphysis at column 10: a point at (60, 80) is 50 to the left and 20 up.
        HipMath.Place(new Point2(60, 80), new Point2(-50, 100), new Point2(50, 100), new Point2(10, 130)).ShouldBe((50, 20));
    }

    [Fact]
    public void Parameters_do_not_change_when_the_film_turns_or_grows() =>
        Prop.ForAll(Gen.Choose(-30, 30).ToArbitrary(), Gen.Choose(5, 40).ToArbitrary(), (angle, tenths) =>
        {
            Point2[] p = [new(120, 50), new(80, 85), new(112, 42), new(-45, 160), new(55, 158), new(-30, 101), new(32, 99), new(2, 120)];
            double a = angle * Math.PI / 180, scale = tenths / 10.0;
            Point2[] q = [.. p.Select(v => new Point2(((v.X * Math.Cos(a)) - (v.Y * Math.Sin(a))) * scale, ((v.X * Math.Sin(a)) + (v.Y * Math.Cos(a))) * scale))];
            (double Left, double Up) before = HipMath.Place(p[0], p[5], p[6], p[7]), after = HipMath.Place(q[0], q[5], q[6], q[7]);
            return Math.Abs(HipMath.Inclination(p[0], p[1], p[3], p[4]) - HipMath.Inclination(q[0], q[1], q[3], q[4])) < 1e-9
                && Math.Abs(HipMath.Coverage(p[0], p[1], p[2]) - HipMath.Coverage(q[0], q[1], q[2])) < 1e-9
                && Math.Abs((before.Left * scale) - after.Left) < 1e-9 && Math.Abs((before.Up * scale) - after.Up) < 1e-9;
        }).QuickCheckThrowOnFailure();
}
