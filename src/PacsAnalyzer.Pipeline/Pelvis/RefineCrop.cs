using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>A square cut from the 0.4 mm picture round a landmark, maybe mirrored, and the way back.</summary>
/// <param name="Centre">Its middle in the 0.4 mm picture.</param>
/// <param name="Size">Pixels of a side.</param>
/// <param name="Step">Pixels of the 0.4 mm picture for one pixel of the crop.</param>
/// <param name="Mirrored">Columns run to the left.</param>
internal readonly record struct RefineCrop(Point2 Centre, int Size, double Step, bool Mirrored)
{
    /// <summary>Point of the 0.4 mm picture for a point of the crop (corner convention).</summary>
    public Point2 ToPicture(Point2 p)
    {
        double half = Size / 2.0, u = (p.X - half) * Step;
        return new Point2(Centre.X + (Mirrored ? -u : u), Centre.Y + ((p.Y - half) * Step));
    }

    /// <summary>Cuts: bilinear, edge pixels repeated, standardised.</summary>
    public void Cut(Plane8 picture, double mean, double std, Span<float> output)
    {
        for (int j = 0; j < Size; j++)
        {
            for (int i = 0; i < Size; i++)
            {
                Point2 at = ToPicture(new Point2(i + 0.5, j + 0.5));
                output[(j * Size) + i] = (float)((Bilinear(picture, at.X - 0.5, at.Y - 0.5) - mean) / std);
            }
        }
    }

    private static double Bilinear(Plane8 picture, double x, double y)
    {
        x = Math.Clamp(x, 0, picture.Width - 1);
        y = Math.Clamp(y, 0, picture.Height - 1);
        int x0 = (int)x, y0 = (int)y, x1 = Math.Min(x0 + 1, picture.Width - 1), y1 = Math.Min(y0 + 1, picture.Height - 1);
        double fx = x - x0, fy = y - y0;
        byte[] v = picture.Values;
        int w = picture.Width;
        double upper = v[(y0 * w) + x0] + (fx * (v[(y0 * w) + x1] - v[(y0 * w) + x0]));
        double lower = v[(y1 * w) + x0] + (fx * (v[(y1 * w) + x1] - v[(y1 * w) + x0]));
        return upper + (fy * (lower - upper));
    }
}
