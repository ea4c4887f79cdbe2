namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Dice coefficient of polygons in one plane, by scanning lines.</summary>
public static class PolygonOverlap
{
    /// <summary>Twice the common area over the sum of the areas; 0 where one is empty.</summary>
    /// <param name="a">First polygon, points x y, mm.</param>
    /// <param name="b">Second polygon.</param>
    /// <param name="stepMm">Distance of the scan lines.</param>
    public static double Dice(IReadOnlyList<(double X, double Y)> a, IReadOnlyList<(double X, double Y)> b, double stepMm = 0.1)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Count < 3 || b.Count < 3)
        {
            return 0;
        }

        double top = Math.Min(a.Min(p => p.Y), b.Min(p => p.Y)), bottom = Math.Max(a.Max(p => p.Y), b.Max(p => p.Y));
        double own = 0, other = 0, common = 0;
        for (double y = top + (stepMm / 2); y < bottom; y += stepMm)
        {
            List<(double From, double To)> first = Spans(a, y), second = Spans(b, y);
            own += first.Sum(s => s.To - s.From);
            other += second.Sum(s => s.To - s.From);
            common += first.Sum(s => second.Sum(t => Math.Max(0, Math.Min(s.To, t.To) - Math.Max(s.From, t.From))));
        }

        return own + other == 0 ? 0 : 2 * common / (own + other);
    }

    private static List<(double From, double To)> Spans(IReadOnlyList<(double X, double Y)> polygon, double y)
    {
        var crossings = new List<double>();
        for (int i = 0; i < polygon.Count; i++)
        {
            (double x1, double y1) = polygon[i];
            (double x2, double y2) = polygon[(i + 1) % polygon.Count];
            if (y1 <= y != y2 <= y)
            {
                crossings.Add(x1 + ((y - y1) / (y2 - y1) * (x2 - x1)));
            }
        }

        crossings.Sort();
        return [.. Enumerable.Range(0, crossings.Count / 2).Select(i => (crossings[2 * i], crossings[(2 * i) + 1]))];
    }
}
