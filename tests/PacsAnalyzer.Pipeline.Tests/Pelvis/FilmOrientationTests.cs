using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Pelvis;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

public sealed class FilmOrientationTests
{
    // 3 columns x 2 rows as the patient is seen from the front: 1 2 3 / 4 5 6.
    private static readonly float[] Front = [1, 2, 3, 4, 5, 6];

    public static TheoryData<string, string, float[], int> Stored => new()
    {
        { "L", "F", [1, 2, 3, 4, 5, 6], 3 },
        { "R", "F", [3, 2, 1, 6, 5, 4], 3 },
        { "L", "H", [4, 5, 6, 1, 2, 3], 3 },
        { "R", "H", [6, 5, 4, 3, 2, 1], 3 },
        { "F", "L", [1, 4, 2, 5, 3, 6], 2 },
        { "F", "R", [3, 6, 2, 5, 1, 4], 2 },
        { "H", "L", [4, 1, 5, 2, 6, 3], 2 },
        { "H", "R", [6, 3, 5, 2, 4, 1], 2 },
        { "LF", "FP", [1, 2, 3, 4, 5, 6], 3 },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void Every_stored_form_is_turned_to_the_front_and_back(string row, string column, float[] values, int width)
    {
        FilmOrientation o = FilmOrientation.Parse([row, column]).ShouldNotBeNull();
        o.IsStated.ShouldBeTrue();
        var stored = new PlaneF(values, width, values.Length / width);
        PlaneF turned = o.Apply(stored);
        turned.Width.ShouldBe(3);
        turned.Values.ShouldBe(Front);

        // The centre of each turned pixel leads back to the centre of the stored pixel with the same value.
        for (int y = 0; y < 2; y++)
        {
            for (int x = 0; x < 3; x++)
            {
                Point2 p = o.ToStored(new Point2(x + 0.5, y + 0.5), stored.Width, stored.Height);
                stored[(int)p.X, (int)p.Y].ShouldBe(turned[x, y]);
                o.FromStored(p, stored.Width, stored.Height).ShouldBe(new Point2(x + 0.5, y + 0.5));
            }
        }
    }

    [Fact]
    public void A_lateral_view_is_told_apart_and_empty_tags_are_assumed()
    {
        FilmOrientation.Parse(["A", "F"]).ShouldBeNull();
        FilmOrientation.Parse(["P", "F"]).ShouldBeNull();
        FilmOrientation.Parse([]).ShouldBe(FilmOrientation.Assumed);
        FilmOrientation.Parse(["", "F"]).ShouldBe(FilmOrientation.Assumed);
    }

    [Fact]
    public void Spacing_turns_with_the_film()
    {
        FilmOrientation.Parse(["L", "F"])!.TurnSpacing([0.2, 0.1]).ShouldBe((0.1, 0.2));
        FilmOrientation.Parse(["F", "L"])!.TurnSpacing([0.2, 0.1]).ShouldBe((0.2, 0.1));
    }
}
