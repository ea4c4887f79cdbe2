using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Heights and depths of a body, mm, along the spine's own direction there.</summary>
/// <param name="Anterior">Height near the front wall.</param>
/// <param name="Middle">Height in the middle.</param>
/// <param name="Posterior">Height near the back wall.</param>
/// <param name="PlateDepth">Depth at the wider end plate.</param>
/// <param name="WaistDepth">Depth half-way between the plates.</param>
internal readonly record struct BodyShape(double Anterior, double Middle, double Posterior, double PlateDepth, double WaistDepth)
{
    /// <summary>Mean of the three heights.</summary>
    public double Height => (Anterior + Middle + Posterior) / 3;

    /// <summary>Measures a mask. <paramref name="up"/> points to the head along the spine, in picture coordinates.</summary>
    public static BodyShape Of(BodyMask mask, Point2 up, double pixelMm)
    {
        Point2 centre = mask.Centroid ?? default;
        Point2 u = up * (1 / up.Length);
        var back = new Point2(-u.Y, u.X);
        var along = new List<(double Depth, double Height)>();
        for (int i = 0; i < mask.Inside.Length; i++)
        {
            if (mask.Inside[i])
            {
                var p = new Point2(mask.Left + (i % mask.Width) + 0.5, mask.Top + (i / mask.Width) + 0.5);
                along.Add(((p - centre).Dot(back), (p - centre).Dot(u)));
            }
        }

        if (along.Count < 9)
        {
            return default;
        }

        (double front, double rear) = Span(along.Select(a => a.Depth));
        (double low, double high) = Span(along.Select(a => a.Height));
        double depth = rear - front, height = high - low;

        // Bands a sixth of the way in keep clear of rounded corners; the pixel itself adds one to each extent.
        double At(double share) => pixelMm * (1 + Extent(along, a => Math.Abs(a.Depth - front - (share * depth)) < Math.Max(1, 0.07 * depth), a => a.Height));
        double Across(double share) => pixelMm * (1 + Extent(along, a => Math.Abs(a.Height - low - (share * height)) < Math.Max(1, 0.07 * height), a => a.Depth));
        return new BodyShape(At(0.16), At(0.5), At(0.84), Math.Max(Across(0.12), Across(0.88)), Across(0.5));
    }

    private static (double Low, double High) Span(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(int)(0.01 * (sorted.Length - 1))], sorted[(int)(0.99 * (sorted.Length - 1))]);
    }

    private static double Extent(List<(double Depth, double Height)> points, Func<(double Depth, double Height), bool> inBand, Func<(double Depth, double Height), double> value)
    {
        double low = double.MaxValue, high = double.MinValue;
        foreach ((double Depth, double Height) p in points)
        {
            if (inBand(p))
            {
                low = Math.Min(low, value(p));
                high = Math.Max(high, value(p));
            }
        }

        return high < low ? 0 : high - low;
    }
}
