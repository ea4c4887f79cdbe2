using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.SrWriter;

/// <summary>The lines of the hip method between the landmarks of one cup, in pixels of the film (column, row).</summary>
/// <remarks>Report and overlay both take their lines from here. What a missing landmark takes away is null.</remarks>
internal sealed class HipFigure
{
    private readonly Dictionary<string, Landmark> _landmarks;
    private readonly string _cup;
    private readonly bool _isBilateral;

    /// <summary>Makes the figure of a cup.</summary>
    /// <param name="landmarks">All landmarks of the film.</param>
    /// <param name="cup"><c>cup</c> or <c>cup2</c>.</param>
    internal HipFigure(IReadOnlyList<Landmark> landmarks, string cup)
    {
        _landmarks = [];
        foreach (Landmark landmark in landmarks)
        {
            _landmarks.TryAdd(landmark.Name, landmark);
        }

        _cup = cup;
        _isBilateral = HasSecondCup(landmarks);
    }

    internal (double Column, double Row)? Lateral => Point(_cup + ".lateral");

    internal (double Column, double Row)? Medial => Point(_cup + ".medial");

    internal (double Column, double Row)? Contact => Point(_cup + ".contact");

    internal (double Column, double Row)? Symphysis => Point("symphysis.superior");

    /// <summary>Middle of the cup's diameter: the prosthesis centre.</summary>
    internal (double Column, double Row)? Centre => Middle(Lateral, Medial);

    /// <summary>The other side's centre: of the head, or of the other cup after bilateral surgery.</summary>
    internal (double Column, double Row)? OtherCentre => _isBilateral
        ? Middle(Point((_cup == "cup" ? "cup2" : "cup") + ".lateral"), Point((_cup == "cup" ? "cup2" : "cup") + ".medial"))
        : Point("contralateral.centre");

    /// <summary>a: the cup's diameter, lateral to medial.</summary>
    internal IReadOnlyList<(double Column, double Row)>? Diameter => Line(Lateral, Medial);

    /// <summary>c: the line of the ischial bottoms, right to left.</summary>
    internal IReadOnlyList<(double Column, double Row)>? Ischial => Line(Point("ischium.right"), Point("ischium.left"));

    /// <summary>d: the line of the teardrops, right to left.</summary>
    internal IReadOnlyList<(double Column, double Row)>? Teardrops => Line(Point("teardrop.right"), Point("teardrop.left"));

    /// <summary>e: from the upper end of the symphysis to its foot on d.</summary>
    internal IReadOnlyList<(double Column, double Row)>? Midline =>
        Teardrops is { } d && Symphysis is { } top ? [top, Foot(top, d)] : null;

    /// <summary>Medial end, prosthesis centre, contact point: the angle of the coverage.</summary>
    internal IReadOnlyList<(double Column, double Row)>? Coverage =>
        Centre is { } centre && Medial is { } medial && Contact is { } contact ? [medial, centre, contact] : null;

    /// <summary>The two rotation centres, this one first.</summary>
    internal IReadOnlyList<(double Column, double Row)>? Centres => Line(Centre, OtherCentre);

    /// <summary>Whether both hips are replaced.</summary>
    internal static bool HasSecondCup(IReadOnlyList<Landmark> landmarks) => landmarks.Any(l => l.Name.StartsWith("cup2.", StringComparison.Ordinal));

    /// <summary>The cup that a side's measurements belong to.</summary>
    internal static string CupOf(IReadOnlyList<Landmark> landmarks, string? side) =>
        side is not null && landmarks.Any(l => l.Name.StartsWith("cup2.", StringComparison.Ordinal) && l.Side == side) ? "cup2" : "cup";

    /// <summary>The foot of the perpendicular from a point onto a line.</summary>
    internal static (double Column, double Row) Foot((double Column, double Row) point, IReadOnlyList<(double Column, double Row)> line)
    {
        (double x, double y) = (line[1].Column - line[0].Column, line[1].Row - line[0].Row);
        double length = (x * x) + (y * y);
        double t = length == 0 ? 0 : (((point.Column - line[0].Column) * x) + ((point.Row - line[0].Row) * y)) / length;
        return (line[0].Column + (t * x), line[0].Row + (t * y));
    }

    private (double Column, double Row)? Point(string name) => _landmarks.TryGetValue(name, out Landmark? found) ? (found.Column, found.Row) : null;

    private static (double Column, double Row)? Middle((double Column, double Row)? a, (double Column, double Row)? b) =>
        a is { } p && b is { } q ? ((p.Column + q.Column) / 2, (p.Row + q.Row) / 2) : null;

    private static IReadOnlyList<(double Column, double Row)>? Line((double Column, double Row)? a, (double Column, double Row)? b) =>
        a is { } p && b is { } q ? [p, q] : null;
}
