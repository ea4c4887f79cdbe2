using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Pipeline.Tests.Support;

namespace PacsAnalyzer.Pipeline.Tests.Series;

public sealed class SeriesGeometryTests
{
    private static InstanceHeader[] Axial(params double[] z) => [.. z.Select((at, i) => Headers.Ct(i + 1, new Vector3(-10, -20, at)))];

    [Fact]
    public void Order_comes_from_position_not_from_instance_number()
    {
        SeriesGeometry g = SeriesGeometry.Of(Axial(6, 0, 3, 9));
        g.Slices.Select(s => s.InstanceNumber).ShouldBe([2, 3, 1, 4]);
        g.Orientation.ShouldBe(SliceOrientation.Axial);
        g.SpacingMm.ShouldBe(3, 1e-9);
        g.LengthMm.ShouldBe(9, 1e-9);
        g.Gaps.ShouldBeEmpty();
        g.Origin.ShouldBe(new Vector3(-10, -20, 0));
        g.Step.ShouldBe(new Vector3(0, 0, 3));
    }

    [Fact]
    public void A_missing_slice_is_a_gap_and_does_not_change_the_step()
    {
        SeriesGeometry g = SeriesGeometry.Of(Axial(0, 2, 4, 10, 12));
        g.Gaps.ShouldBe([new SliceGap(2, 2, 6)]);
        g.SpacingMm.ShouldBe(2, 1e-9);
        g.Step.Z.ShouldBe(2, 1e-9);
    }

    [Fact]
    public void A_slice_at_the_same_place_is_a_duplicate()
    {
        SeriesGeometry g = SeriesGeometry.Of(Axial(0, 2, 2, 4));
        g.Slices.Count.ShouldBe(3);
        g.Duplicates.Single().InstanceNumber.ShouldBe(3);
    }

    [Fact]
    public void A_tilted_gantry_shears_the_step()
    {
        // Normal tilted by 20 degrees in the y-z plane, the table still moves along z.
        double c = Math.Cos(20 * Math.PI / 180), s = Math.Sin(20 * Math.PI / 180);
        InstanceHeader[] slices = [.. Enumerable.Range(0, 5).Select(i => Headers.Ct(i, new Vector3(0, 0, 5 * i), [1, 0, 0, 0, c, s]))];
        SeriesGeometry g = SeriesGeometry.Of(slices);
        g.ShearDegrees.ShouldBe(20, 1e-6);
        g.SpacingMm.ShouldBe(5 * c, 1e-9);
        g.ObliqueDegrees.ShouldBe(20, 1e-6);
        g.Step.Z.ShouldBe(5, 1e-9);
    }

    [Theory]
    [InlineData(new double[] { 0, 1, 0, 0, 0, -1 }, SliceOrientation.Sagittal)]
    [InlineData(new double[] { 1, 0, 0, 0, 0, -1 }, SliceOrientation.Coronal)]
    [InlineData(new double[] { 1, 0, 0, 0, 1, 0 }, SliceOrientation.Axial)]
    public void The_normal_names_the_orientation(double[] cosines, SliceOrientation expected) =>
        SeriesGeometry.Of([Headers.Ct(1, new Vector3(1, 2, 3), cosines)]).Orientation.ShouldBe(expected);

    [Fact]
    public void Localizers_other_stacks_and_headers_without_a_plane_stay_apart()
    {
        InstanceHeader[] all =
        [
            .. Axial(0, 2, 4),
            Headers.Ct(10, new Vector3(0, 0, 0), [1, 0, 0, 0, 0, -1]),
            Headers.Ct(11, new Vector3(0, 0, 8)) with { ImageType = ["ORIGINAL", "PRIMARY", "LOCALIZER"] },
            Headers.Ct(12, new Vector3(0, 0, 8)) with { ImagePositionPatient = null },
        ];
        SeriesGeometry g = SeriesGeometry.Of(all);
        g.Slices.Count.ShouldBe(3);
        g.Others.Select(o => o.InstanceNumber).ShouldBe([10, 11, 12]);
    }

    [Fact]
    public void Nothing_gives_an_empty_geometry()
    {
        SeriesGeometry g = SeriesGeometry.Of([]);
        g.Slices.ShouldBeEmpty();
        g.Orientation.ShouldBe(SliceOrientation.Unknown);
    }

    [Fact]
    public void Completeness_asks_geometry_and_the_announced_number()
    {
        SeriesCompleteness.Of(Axial(0, 2, 6)).IsComplete.ShouldBeFalse();
        SeriesCompleteness.Of(Axial(0, 2, 4)).IsComplete.ShouldBeFalse();
        InstanceHeader[] announced = [.. Axial(0, 2, 4).Select(h => h with { ImagesInAcquisition = 3 })];
        SeriesCompleteness.Of(announced).IsComplete.ShouldBeTrue();
        SeriesCompleteness.Of(announced[..2]).IsComplete.ShouldBeFalse();
    }
}
