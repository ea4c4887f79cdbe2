using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Measurements of a film from its landmarks (design, "Hip pipeline", 4). Pure.</summary>
internal static class HipMeasurements
{
    /// <summary>Measures.</summary>
    /// <param name="landmarks">Contract names to points, pixels of the turned film; those below their limit left out.</param>
    /// <param name="sides">Which hips are replaced.</param>
    /// <param name="spacing">Spacing of the turned film, mm a column then a row; null: none.</param>
    /// <param name="source">What the spacing rests on.</param>
    /// <param name="ranges">Limits by code.</param>
    public static List<Measurement> Measure(IReadOnlyDictionary<string, Point2> landmarks, HipSides sides, (double X, double Y)? spacing, SpacingSource source,
        IReadOnlyDictionary<string, MeasurementRange> ranges)
    {
        (double sx, double sy) = spacing ?? (1, 1);
        Dictionary<string, Point2> p = landmarks.ToDictionary(l => l.Key, l => l.Value.Scale(sx, sy), StringComparer.Ordinal);
        var results = new List<Measurement>();
        Cup(results, p, "cup", sides.CupSide, sides, ranges);
        if (sides.IsBilateral)
        {
            Cup(results, p, "cup2", "R", sides, ranges);
        }

        Offsets(results, p, sides, spacing is not null, source, ranges);
        return results;
    }

    private static void Cup(List<Measurement> results, Dictionary<string, Point2> p, string prefix, string side, HipSides sides, IReadOnlyDictionary<string, MeasurementRange> ranges)
    {
        string? written = sides.IsCertain ? side : null;
        string lateral = prefix + ".lateral", medial = prefix + ".medial", contact = prefix + ".contact";
        results.Add(Has(p, lateral, medial, LandmarkNames.IschiumLeft, LandmarkNames.IschiumRight)
            ? Judged(MeasurementCodes.CupInclination, HipMath.Inclination(p[lateral], p[medial], p[LandmarkNames.IschiumRight], p[LandmarkNames.IschiumLeft]), written, ranges)
            : Absent(MeasurementCodes.CupInclination, written, ReasonCodes.LandmarkMissing, ranges));
        results.Add(Has(p, lateral, medial, contact)
            ? Judged(MeasurementCodes.CupCoverage, HipMath.Coverage(p[lateral], p[medial], p[contact]), written, ranges)
            : Absent(MeasurementCodes.CupCoverage, written, ReasonCodes.LandmarkMissing, ranges));
    }

    private static void Offsets(List<Measurement> results, Dictionary<string, Point2> p, HipSides sides, bool hasSpacing, SpacingSource source,
        IReadOnlyDictionary<string, MeasurementRange> ranges)
    {
        string? written = sides is { IsCertain: true, IsBilateral: false } ? sides.CupSide : null;
        Point2? own = Middle(p, "cup");
        Point2? other = sides.IsBilateral ? Middle(p, "cup2") : p.TryGetValue(LandmarkNames.Contralateral, out Point2 head) ? head : null;
        bool framed = Has(p, LandmarkNames.TeardropLeft, LandmarkNames.TeardropRight, LandmarkNames.Symphysis);
        if (!framed || own is null || other is null || !hasSpacing)
        {
            string reason = framed && own is not null && other is not null ? ReasonCodes.NoSpacing : ReasonCodes.LandmarkMissing;
            results.Add(Absent(MeasurementCodes.VerticalOffset, written, reason, ranges));
            results.Add(Absent(MeasurementCodes.HorizontalOffset, written, reason, ranges));
            return;
        }

        Point2 right = p[LandmarkNames.TeardropRight], left = p[LandmarkNames.TeardropLeft], symphysis = p[LandmarkNames.Symphysis];
        (double x1, double h1) = HipMath.Place(own.Value, right, left, symphysis);
        (double x0, double h0) = HipMath.Place(other.Value, right, left, symphysis);

        // Each distance counts away from the midline towards its own side, so the other hip's changes sign.
        double horizontal = sides.CupSide == "L" ? x1 + x0 : -x1 - x0;
        foreach ((string code, double value) in ((string, double)[])[(MeasurementCodes.VerticalOffset, h1 - h0), (MeasurementCodes.HorizontalOffset, horizontal)])
        {
            string? unjudged = sides.IsBilateral ? ReasonCodes.Bilateral : source == SpacingSource.DetectorPlane ? ReasonCodes.DetectorPlane : null;
            Measurement measured = Judged(code, value, written, ranges);
            results.Add(unjudged is null ? measured : measured with { Normality = Normality.NotAssessed, Reason = unjudged });
        }
    }

    private static Point2? Middle(Dictionary<string, Point2> p, string prefix) =>
        p.TryGetValue(prefix + ".lateral", out Point2 lateral) && p.TryGetValue(prefix + ".medial", out Point2 medial) ? Point2.Middle(lateral, medial) : null;

    private static bool Has(Dictionary<string, Point2> p, params string[] names) => names.All(p.ContainsKey);

    private static Measurement Judged(string code, double value, string? side, IReadOnlyDictionary<string, MeasurementRange> ranges)
    {
        ranges.TryGetValue(code, out MeasurementRange? range);
        return new Measurement
        {
            Code = code, Value = value, Unit = MeasurementCodes.Unit(code), Side = side, Range = range?.ToList(), RangeSource = range?.Source,
            Normality = range?.Judge(value) ?? Normality.NotAssessed,
        };
    }

    private static Measurement Absent(string code, string? side, string reason, IReadOnlyDictionary<string, MeasurementRange> ranges)
    {
        ranges.TryGetValue(code, out MeasurementRange? range);
        return new Measurement { Code = code, Unit = MeasurementCodes.Unit(code), Side = side, Range = range?.ToList(), RangeSource = range?.Source, Reason = reason };
    }
}
