using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Pelvis;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

public sealed class RefineTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_crop_shows_the_picture_round_its_centre_and_leads_back(bool mirrored)
    {
        var picture = new Plane8(new byte[40 * 30], 40, 30);
        picture.Values[(12 * 40) + 23] = 200;
        var crop = new RefineCrop(new Point2(20, 15), 16, 1, mirrored);
        var values = new float[16 * 16];
        crop.Cut(picture, 100, 10, values);
        int at = Array.IndexOf(values, values.Max());
        values[at].ShouldBe(10);
        values[0].ShouldBe(-10);
        crop.ToPicture(new Point2((at % 16) + 0.5, (at / 16) + 0.5)).ShouldBe(new Point2(23.5, 12.5));
    }

    [Fact]
    public void Beyond_the_edge_the_edge_repeats()
    {
        var picture = new Plane8([.. Enumerable.Repeat((byte)50, 100)], 10, 10);
        var values = new float[64];
        new RefineCrop(new Point2(0, 0), 8, 1, false).Cut(picture, 0, 1, values);
        values.ShouldAllBe(v => v == 50);
    }

    [Fact]
    public void The_peak_is_the_centroid_of_sigmoids_round_the_maximum()
    {
        var map = new float[20 * 20];
        Array.Fill(map, -50f);
        map[(7 * 20) + 11] = 4;
        map[(7 * 20) + 12] = 4;
        (Point2 at, double value) = HeatmapPeak.Find(map, 20, 20);
        at.X.ShouldBe(12, 1e-6);
        at.Y.ShouldBe(7.5, 1e-6);
        value.ShouldBe(1 / (1 + Math.Exp(-4)), 1e-9);
    }

    [Fact]
    public void Plausibility_is_the_mahalanobis_distance_in_the_teardrop_frame()
    {
        var group = new PlausibilityGroup { Names = ["cup.lateral"], MirrorToLeft = true, Mean = [1, -0.5], InverseCovariance = [[100, 0], [0, 25]], Limit = 3 };
        var points = new Dictionary<string, Point2> { ["teardrop.right"] = new(0, 100), ["teardrop.left"] = new(100, 100), ["cup.lateral"] = new(160, 40) };

        // (160, 40) lies at x = 1.1, y = -0.6 of the frame: sqrt(100 * 0.01 + 25 * 0.01).
        Plausibility.Distance(group, points, false)!.Value.ShouldBe(Math.Sqrt(1.25), 1e-9);
        points["cup.lateral"] = new Point2(-60, 40);
        Plausibility.Distance(group, points, true)!.Value.ShouldBe(Math.Sqrt(1.25), 1e-9);
        points.Remove("teardrop.left");
        Plausibility.Distance(group, points, false).ShouldBeNull();
    }
}
