using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>A picture's place in the patient: columns to the back, rows to the feet, square pixels.</summary>
/// <param name="Origin">Top left corner of the top left pixel, LPS mm.</param>
/// <param name="ColumnDirection">Unit vector of growing columns.</param>
/// <param name="RowDirection">Unit vector of growing rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="PixelMm">Pixel size.</param>
internal sealed record PlaneFrame(Vector3 Origin, Vector3 ColumnDirection, Vector3 RowDirection, int Width, int Height, double PixelMm)
{
    /// <summary>Unit normal towards the patient's left.</summary>
    public Vector3 TowardsLeft
    {
        get
        {
            Vector3 n = ColumnDirection.Cross(RowDirection).Normalized();
            return n.X < 0 ? -n : n;
        }
    }

    /// <summary>The same frame moved along a vector.</summary>
    public PlaneFrame Shift(Vector3 by) => this with { Origin = Origin + by };

    /// <summary>Patient position of a picture point.</summary>
    public Vector3 ToPatient(Point2 p) => Origin + (ColumnDirection * (p.X * PixelMm)) + (RowDirection * (p.Y * PixelMm));

    /// <summary>HU (as scanned) at every pixel centre, NaN outside the volume.</summary>
    public float[] Sample(HuVolume volume)
    {
        var values = new float[Width * Height];
        Parallel.For(0, Height, row =>
        {
            (double c, double r, double s) = volume.ToVoxel(ToPatient(new Point2(0.5, row + 0.5)));
            (double c1, double r1, double s1) = volume.ToVoxel(ToPatient(new Point2(1.5, row + 0.5)));
            double dc = c1 - c, dr = r1 - r, ds = s1 - s;
            for (int column = 0; column < Width; column++)
            {
                values[(row * Width) + column] = volume.Sample(c + (dc * column), r + (dr * column), s + (ds * column));
            }
        });
        return values;
    }

    /// <summary>A sagittal frame of a volume that is not cut sagittally.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="atMiddle">Lateral position, mm LPS x, at the height <paramref name="middle"/>.</param>
    /// <param name="slope">Change of x per millimetre towards the head (scoliosis).</param>
    /// <param name="middle">z at which the position is given.</param>
    /// <param name="pixelMm">Pixel size.</param>
    public static PlaneFrame Sagittal(HuVolume volume, double atMiddle, double slope, double middle, double pixelMm)
    {
        var back = new Vector3(0, 1, 0);
        Vector3 down = new Vector3(-slope, 0, -1).Normalized();
        var through = new Vector3(atMiddle, 0, middle);
        double left = double.MaxValue, right = double.MinValue, top = double.MaxValue, bottom = double.MinValue;
        foreach (double c in (double[])[-0.5, volume.Columns - 0.5])
        {
            foreach (double r in (double[])[-0.5, volume.Rows - 0.5])
            {
                foreach (double s in (double[])[-0.5, volume.Slices - 0.5])
                {
                    Vector3 corner = volume.ToPatient(c, r, s);

                    // Where the plane itself leaves the volume counts, so heights are taken along z and stretched by the slope.
                    double height = (middle - corner.Z) / -down.Z;
                    left = Math.Min(left, corner.Y);
                    right = Math.Max(right, corner.Y);
                    top = Math.Min(top, height);
                    bottom = Math.Max(bottom, height);
                }
            }
        }

        Vector3 origin = through + (back * left) + (down * top);
        return new PlaneFrame(origin, back, down, Pixels(right - left, pixelMm), Pixels(bottom - top, pixelMm), pixelMm);
    }

    /// <summary>The frame of an acquired slice of a sagittal volume, turned so that rows run to the feet and columns to the back.</summary>
    public static PlaneFrame OfSlice(HuVolume volume, int slice, double pixelMm)
    {
        (Vector3 Step, int Count)[] axes = [(volume.ColumnStep, volume.Columns), (volume.RowStep, volume.Rows)];
        int across = Math.Abs(axes[0].Step.Normalized().Y) >= Math.Abs(axes[1].Step.Normalized().Y) ? 0 : 1;
        (Vector3 Step, int Count) a = axes[across], d = axes[1 - across];
        bool flipA = a.Step.Y < 0, flipD = d.Step.Z > 0;
        Vector3 corner = volume.ToPatient(0, 0, slice)
            + (a.Step * (flipA ? a.Count - 0.5 : -0.5))
            + (d.Step * (flipD ? d.Count - 0.5 : -0.5));
        return new PlaneFrame(corner, (flipA ? -a.Step : a.Step).Normalized(), (flipD ? -d.Step : d.Step).Normalized(),
            Pixels(a.Step.Length * a.Count, pixelMm), Pixels(d.Step.Length * d.Count, pixelMm), pixelMm);
    }

    private static int Pixels(double mm, double pixelMm) => Math.Max(1, (int)Math.Round(mm / pixelMm));
}
