using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Spine;
using PacsAnalyzer.Pipeline.Tests.Support;

namespace PacsAnalyzer.Pipeline.Tests.Spine;

public sealed class LevelsAndShapesTests
{
    [Fact]
    public void Names_count_upwards_from_the_sacrum() =>
        LevelNaming.Name([(0, 24), (34, 26), (69, 27), (105, 28)], 128).ShouldBe(["L2", "L3", "L4", "L5"]);

    [Fact]
    public void A_hole_is_counted() => LevelNaming.Name([(0, 24), (34, 26), (104, 28)], 127).ShouldBe(["L2", "L3", "L5"]);

    [Fact]
    public void A_missing_L5_is_counted() => LevelNaming.Name([(0, 24), (34, 26), (69, 27)], 128).ShouldBe(["L2", "L3", "L4"]);

    [Fact]
    public void Thoracic_bodies_grow_smaller_and_are_still_counted_one_by_one()
    {
        double at = 0;
        var bodies = new List<(double, double)>();
        double[] heights = [20, 20.5, 21, 22, 23, 24, 25, 26, 27, 28, 28, 28];
        foreach (double h in heights)
        {
            bodies.Add((at, h));
            at += h * 1.28;
        }

        LevelNaming.Name(bodies, at - 14).ShouldBe(["T6", "T7", "T8", "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5"]);
    }

    [Fact]
    public void Without_an_anchor_there_are_no_names() => LevelNaming.Name([(0, 24), (34, 26)], null).ShouldAllBe(n => n == null);

    [Fact]
    public void Heights_of_a_wedge_are_measured_along_the_spine()
    {
        // Anterior (left) 14 mm, posterior 26 mm high at 1 mm pixels.
        float[] wedge = new float[56 * 56];
        for (int y = 0; y < 56; y++)
        {
            for (int x = 0; x < 56; x++)
            {
                double top = 12 * (1 - (x / 55.0)) * 56 / 26.0;
                wedge[(y * 56) + x] = y >= top ? 1 : 0;
            }
        }

        BodyShape shape = BodyShape.Of(BodyMask.Paste(wedge, 56, 0, 0, 36, 26, 0.5f), new Point2(0, -1), 1);
        shape.Anterior.ShouldBe(16, 1.2);
        shape.Middle.ShouldBe(20, 1.2);
        shape.Posterior.ShouldBe(24, 1.2);
        BodyFlags.IsFractured(1, [new(26, 25, 26, 36, 34), shape, new(27, 26, 27, 36, 34)], false).ShouldBeTrue();
        BodyFlags.IsFractured(0, [new(26, 25, 26, 36, 34), shape], false).ShouldBeFalse();
        BodyFlags.IsFractured(0, [new(28, 25, 20, 36, 34)], true).ShouldBeFalse();
        BodyFlags.IsFractured(1, [new(26, 25, 26, 36, 34), new(17, 16, 17, 36, 34), new(27, 26, 27, 36, 34)], false).ShouldBeTrue();
    }

    [Fact]
    public void The_sternum_is_no_vertebra()
    {
        SpineBody Body(double x, double y) => new()
        {
            Label = 1, Score = 0.9, X1 = x - 20, X2 = x + 20, Y1 = y - 15, Y2 = y + 15, Density = 0,
            Mask = BodyMask.Paste([.. Enumerable.Repeat(1f, 56 * 56)], 56, x - 20, y - 15, x + 20, y + 15, 0.5f),
        };

        List<SpineBody> chain = BodyChain.Longest([Body(300, 100), Body(310, 145), Body(80, 120), Body(305, 190)], null, 0.7);
        chain.Select(b => b.Centre.X).ShouldBe([300, 310, 305]);
    }

    [Fact]
    public void The_middles_of_bodies_make_a_line()
    {
        // Each body is seen on the trial planes within 20 mm of its middle, which moves by 0.2 mm a millimetre.
        List<LateralEvidence> trials = [.. Enumerable.Range(-5, 11).Select(k => new LateralEvidence(k * 10,
            [.. Enumerable.Range(0, 5).Select(i => (Height: i * 35.0, Middle: -15 + (0.2 * i * 35))).Where(b => Math.Abs(b.Middle - (k * 10)) <= 20).Select(b => (b.Height, 100.0))]))];
        (double at, double slope, double residual) = LateralFit.Line(LateralFit.Middles(trials), 0);
        slope.ShouldBe(0.2, 0.05);
        at.ShouldBe(-15, 4);
        residual.ShouldBeLessThan(4);
    }

    [Fact]
    public void The_voltage_scales_linearly_and_its_ends_hold()
    {
        Inference.SpinePreprocessing c = SpineManifests.Plain.Preprocessing;
        KvpScaling.Factor(110, c).ShouldBe(0.95, 1e-12);
        KvpScaling.Factor(70, c).ShouldBe(0.7, 1e-12);
        KvpScaling.Factor(150, c).ShouldBe(1.1, 1e-12);
        KvpScaling.Factor(null, c).ShouldBe(1);
    }

    [Fact]
    public void A_sheared_volume_is_sampled_at_the_right_place()
    {
        // Values are the z of the voxel: whatever the shear, sampling gives z back.
        var step = new Vector3(0, 2, 5);
        var data = new short[4 * 6 * 5];
        for (int i = 0; i < data.Length; i++)
        {
            data[i] = (short)(5 * (i / 24) * 10);
        }

        var volume = new HuVolume(data, 4, 6, 5, new Vector3(0, 0, 0), new Vector3(1, 0, 0), new Vector3(0, 1, 0), step);
        (double c, double r, double s) = volume.ToVoxel(new Vector3(1.5, 6, 10));
        (c, r, s).ShouldBe((1.5, 2, 2));
        volume.Sample(c, r, 1.7).ShouldBe(85);
        volume.Sample(-0.6, 0, 0).ShouldBe(float.NaN);
        volume.Sample(-0.4, 0, 0).ShouldBe(0);
    }
}
