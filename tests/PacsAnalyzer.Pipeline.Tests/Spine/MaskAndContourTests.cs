using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Spine;

namespace PacsAnalyzer.Pipeline.Tests.Spine;

public sealed class MaskAndContourTests
{
    private static float[] Ones(int n) => [.. Enumerable.Repeat(1f, n * n)];

    [Fact]
    public void A_full_mask_fills_its_box()
    {
        BodyMask mask = BodyMask.Paste(Ones(56), 56, 10, 20, 50, 45, 0.5f);
        mask.Area.ShouldBe(40 * 25);
        mask.Centroid.ShouldBe(new Point2(30, 32.5));
        mask.Eroded(1).Count(i => i).ShouldBe(38 * 23);
        mask.Eroded(3).Count(i => i).ShouldBe(34 * 19);
    }

    [Fact]
    public void The_outline_is_closed_and_of_the_masks_area()
    {
        BodyMask mask = BodyMask.Paste(Ones(56), 56, 10.3, 20.1, 50.3, 45.1, 0.5f);
        Math.Abs(Contours.SignedArea(mask.Outline())).ShouldBe(40 * 25, 12);
    }

    [Fact]
    public void A_half_mask_is_where_it_belongs()
    {
        float[] right = [.. Enumerable.Range(0, 56 * 56).Select(i => i % 56 >= 28 ? 1f : 0f)];
        BodyMask mask = BodyMask.Paste(right, 56, 0, 0, 56, 56, 0.5f);
        mask.Centroid!.Value.X.ShouldBe(42, 0.3);
        mask.Outline().Min(p => p.X).ShouldBe(28, 0.3);
    }

    [Fact]
    public void A_circle_is_traced_to_a_hundredth_of_its_radius()
    {
        var field = new float[60 * 60];
        for (int i = 0; i < field.Length; i++)
        {
            field[i] = 21.4f - (float)new Point2((i % 60) + 0.5 - 30.2, (i / 60) + 0.5 - 29.7).Length;
        }

        IReadOnlyList<Point2> contour = Contours.Largest(field, 60, 60, 0);
        contour.ShouldAllBe(p => Math.Abs((p - new Point2(30.2, 29.7)).Length - 21.4) < 0.1);
        Math.Abs(Contours.SignedArea(contour)).ShouldBe(Math.PI * 21.4 * 21.4, 10);
    }

    [Fact]
    public void Of_two_islands_the_larger_is_taken_and_a_saddle_does_not_break_the_walk()
    {
        var field = new float[20 * 20];
        void Fill(int x1, int y1, int x2, int y2)
        {
            for (int y = y1; y < y2; y++)
            {
                for (int x = x1; x < x2; x++)
                {
                    field[(y * 20) + x] = 1;
                }
            }
        }

        Fill(2, 2, 5, 5);
        Fill(7, 7, 15, 16);
        Contours.Largest(field, 20, 20, 0.5).Min(p => p.X).ShouldBeGreaterThan(6);
        Fill(5, 5, 7, 7);
        Contours.Largest(field, 20, 20, 0.5).Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Windows_cover_a_long_plane_and_centre_a_short_one()
    {
        NetworkWindow.Cover(300, 400, 512).ShouldBe([new NetworkWindow(-106, -56, 512)]);
        IReadOnlyList<NetworkWindow> windows = NetworkWindow.Cover(700, 1200, 512, 100);
        windows[0].ShouldBe(new NetworkWindow(0, 0, 512));
        (windows[^1].Top + 512).ShouldBe(1200);
        windows.Zip(windows.Skip(1)).ShouldAllBe(w => w.Second.Top - w.First.Top <= 512 - NetworkWindow.Overlap);
    }

    [Fact]
    public void A_window_holds_grey_values_padding_and_standardisation()
    {
        Inference.SpinePreprocessing c = Support.SpineManifests.Plain.Preprocessing with { Size = 4, Mean = [10, 10, 10], Std = [2, 2, 2] };
        float[] plane = [350, 850, -150, float.NaN];
        float[] input = new NetworkWindow(-1, -1, 4).Fill([plane, plane, plane], 2, 2, 1, c);
        input[5].ShouldBe((127.5f - 10) / 2);
        input[6].ShouldBe((255f - 10) / 2);
        input[9].ShouldBe(-5);
        input[10].ShouldBe(-5);
        input[0].ShouldBe(-5);
        NetworkWindow.Grey(500 * 0.7, c).ShouldBe(127.5f);
    }

    [Fact]
    public void Windows_are_merged_with_whole_bodies_first()
    {
        SpineBody Body(double y1, double y2, double score, bool cut) => new()
        {
            Label = 1, Score = score, X1 = 10, X2 = 50, Y1 = y1, Y2 = y2, Density = 0, Mask = BodyMask.Paste(Ones(56), 56, 10, y1, 50, y2, 0.5f), IsCutByWindow = cut,
        };

        List<SpineBody> merged = SpineDecoder.Merge([Body(100, 113, 0.95, true), Body(88, 113, 0.8, false), Body(20, 45, 0.7, false)], 0.5);
        merged.Select(b => b.Y1).ShouldBe([20, 88]);
    }
}
