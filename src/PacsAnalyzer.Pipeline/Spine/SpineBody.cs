using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>One instance that the network found, in pixels of the plane.</summary>
internal sealed record SpineBody
{
    /// <summary>1 vertebral body, 2 sacrum.</summary>
    public required int Label { get; init; }

    /// <summary>Score 0..1.</summary>
    public required double Score { get; init; }

    /// <summary>Left edge.</summary>
    public required double X1 { get; init; }

    /// <summary>Top edge.</summary>
    public required double Y1 { get; init; }

    /// <summary>Right edge.</summary>
    public required double X2 { get; init; }

    /// <summary>Bottom edge.</summary>
    public required double Y2 { get; init; }

    /// <summary>The network's density, mg/cm3.</summary>
    public required double Density { get; init; }

    /// <summary>Mask at the plane's pixels.</summary>
    public required BodyMask Mask { get; init; }

    /// <summary>The box touches the border of a window inside the plane: another window may show it whole.</summary>
    public bool IsCutByWindow { get; init; }

    /// <summary>Middle of the mask, or of the box where the mask is empty.</summary>
    public Point2 Centre => Mask.Centroid ?? new Point2((X1 + X2) / 2, (Y1 + Y2) / 2);

    /// <summary>Intersection over union of the boxes.</summary>
    public double Overlap(SpineBody o)
    {
        double w = Math.Min(X2, o.X2) - Math.Max(X1, o.X1), h = Math.Min(Y2, o.Y2) - Math.Max(Y1, o.Y1);
        if (w <= 0 || h <= 0)
        {
            return 0;
        }

        double both = w * h;
        return both / (((X2 - X1) * (Y2 - Y1)) + ((o.X2 - o.X1) * (o.Y2 - o.Y1)) - both);
    }
}
