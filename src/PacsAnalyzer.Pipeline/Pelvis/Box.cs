using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>A box by its centre and size.</summary>
internal readonly record struct Box(double CentreX, double CentreY, double Width, double Height)
{
    public Point2 Centre => new(CentreX, CentreY);

    /// <summary>Intersection over union.</summary>
    public double Overlap(Box other)
    {
        double w = Math.Min(CentreX + (Width / 2), other.CentreX + (other.Width / 2)) - Math.Max(CentreX - (Width / 2), other.CentreX - (other.Width / 2));
        double h = Math.Min(CentreY + (Height / 2), other.CentreY + (other.Height / 2)) - Math.Max(CentreY - (Height / 2), other.CentreY - (other.Height / 2));
        if (w <= 0 || h <= 0)
        {
            return 0;
        }

        double both = w * h;
        return both / ((Width * Height) + (other.Width * other.Height) - both);
    }
}
