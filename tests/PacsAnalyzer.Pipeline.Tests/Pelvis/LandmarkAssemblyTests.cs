using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Pelvis;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

public sealed class LandmarkAssemblyTests
{
    private static readonly PlausibilityGroup Symphysis = new() { Names = ["symphysis.superior"], Mean = [0, 0.25], InverseCovariance = [[400, 0], [0, 400]], Limit = 5 };

    private static Dictionary<string, IReadOnlyList<FoundPoint>> Candidates(params FoundPoint[] left) => new()
    {
        ["teardrop.left"] = left,
        ["teardrop.right"] = [new FoundPoint(new Point2(100, 100), 0.9)],
        ["symphysis.superior"] = [new FoundPoint(new Point2(150, 125), 0.9)],
    };

    [Fact]
    public void A_confident_box_in_an_impossible_place_gives_way() =>
        LandmarkAssembly.Bones(Candidates(new FoundPoint(new Point2(180, 190), 0.7), new FoundPoint(new Point2(201, 101), 0.2)), [Symphysis])["teardrop.left"].Confidence.ShouldBe(0.2);

    [Fact]
    public void The_best_box_in_a_usual_place_stays() =>
        LandmarkAssembly.Bones(Candidates(new FoundPoint(new Point2(204, 98), 0.7), new FoundPoint(new Point2(200, 100), 0.3)), [Symphysis])["teardrop.left"].Confidence.ShouldBe(0.7);

    [Fact]
    public void The_contact_lies_on_the_cups_circle()
    {
        var cup = new Dictionary<string, IReadOnlyList<FoundPoint>>
        {
            ["cup.lateral"] = [new FoundPoint(new Point2(100, 0), 0.9)],
            ["cup.medial"] = [new FoundPoint(new Point2(0, 0), 0.9)],
            ["cup.contact"] = [new FoundPoint(new Point2(60, -90), 0.6), new FoundPoint(new Point2(80, -40), 0.4)],
        };
        LandmarkAssembly.Cup(cup, new Dictionary<string, FoundPoint>(), [], false)["cup.contact"].At.ShouldBe(new Point2(80, -40));
    }

    [Fact]
    public void Nothing_found_gives_nothing() => LandmarkAssembly.Bones(new Dictionary<string, IReadOnlyList<FoundPoint>>(), [Symphysis]).ShouldBeEmpty();
}
