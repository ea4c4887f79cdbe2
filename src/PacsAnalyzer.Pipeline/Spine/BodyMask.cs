using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>A mask pasted at full resolution: probabilities at the pixel centres of a small part of the plane.</summary>
internal sealed class BodyMask
{
    private readonly float _threshold;

    private BodyMask(float[] probabilities, int left, int top, int width, int height, float threshold)
    {
        Probabilities = probabilities;
        Left = left;
        Top = top;
        Width = width;
        Height = height;
        _threshold = threshold;
        Inside = Array.ConvertAll(probabilities, p => p > threshold);
        Area = Inside.Count(i => i);
        if (Area > 0)
        {
            double x = 0, y = 0;
            for (int i = 0; i < Inside.Length; i++)
            {
                if (Inside[i])
                {
                    x += left + (i % width) + 0.5;
                    y += top + (i / width) + 0.5;
                }
            }

            Centroid = new Point2(x / Area, y / Area);
        }
    }

    /// <summary>Row-major probabilities; the outermost pixels are 0.</summary>
    public float[] Probabilities { get; }

    /// <summary>Plane column of the first pixel.</summary>
    public int Left { get; }

    /// <summary>Plane row of the first pixel.</summary>
    public int Top { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels above the threshold.</summary>
    public bool[] Inside { get; }

    /// <summary>Number of pixels inside.</summary>
    public int Area { get; }

    /// <summary>Middle of the pixels inside, plane coordinates.</summary>
    public Point2? Centroid { get; }

    /// <summary>Pastes an n x n mask into its box: pixel centre p lies at (p - x1) / (x2 - x1) * n - 0.5 of the mask, bilinear, 0 outside.</summary>
    public static BodyMask Paste(ReadOnlySpan<float> mask, int n, double x1, double y1, double x2, double y2, float threshold)
    {
        // One pixel more on each side, so that a contour can close.
        int left = (int)Math.Floor(x1) - 2, top = (int)Math.Floor(y1) - 2;
        int width = Math.Max(1, (int)Math.Ceiling(x2) + 2 - left), height = Math.Max(1, (int)Math.Ceiling(y2) + 2 - top);
        var values = new float[width * height];
        double sx = n / Math.Max(x2 - x1, 1e-3), sy = n / Math.Max(y2 - y1, 1e-3);
        for (int y = 1; y < height - 1; y++)
        {
            double v = ((top + y + 0.5 - y1) * sy) - 0.5;
            for (int x = 1; x < width - 1; x++)
            {
                double u = ((left + x + 0.5 - x1) * sx) - 0.5;
                values[(y * width) + x] = Bilinear(mask, n, u, v);
            }
        }

        return new BodyMask(values, left, top, width, height, threshold);
    }

    /// <summary>Pixels left after <paramref name="count"/> erosions by a 3 x 3 minimum (outside counts as 0).</summary>
    public bool[] Eroded(int count)
    {
        bool[] now = Inside;
        for (int k = 0; k < count; k++)
        {
            var next = new bool[now.Length];
            for (int y = 1; y < Height - 1; y++)
            {
                for (int x = 1; x < Width - 1; x++)
                {
                    bool all = true;
                    for (int dy = -1; dy <= 1 && all; dy++)
                    {
                        int row = (y + dy) * Width;
                        all = now[row + x - 1] && now[row + x] && now[row + x + 1];
                    }

                    next[(y * Width) + x] = all;
                }
            }

            now = next;
        }

        return now;
    }

    /// <summary>The largest closed outline in plane coordinates, sub-pixel; empty when there is none.</summary>
    public IReadOnlyList<Point2> Outline()
    {
        IReadOnlyList<Point2> contour = Contours.Largest(Probabilities, Width, Height, _threshold);
        return [.. contour.Select(p => new Point2(p.X + Left, p.Y + Top))];
    }

    private static float Bilinear(ReadOnlySpan<float> mask, int n, double u, double v)
    {
        int x = (int)Math.Floor(u), y = (int)Math.Floor(v);
        double fx = u - x, fy = v - y;
        double a = At(mask, n, x, y), b = At(mask, n, x + 1, y), c = At(mask, n, x, y + 1), d = At(mask, n, x + 1, y + 1);
        return (float)((((a * (1 - fx)) + (b * fx)) * (1 - fy)) + (((c * (1 - fx)) + (d * fx)) * fy));
    }

    private static double At(ReadOnlySpan<float> mask, int n, int x, int y) => x >= 0 && y >= 0 && x < n && y < n ? mask[(y * n) + x] : 0;
}
