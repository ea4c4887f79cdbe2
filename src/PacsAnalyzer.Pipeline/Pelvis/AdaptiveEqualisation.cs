namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Contrast limited adaptive histogram equalisation with OpenCV's rules (the seed's "8 x 8 grid, limit 100").</summary>
internal static class AdaptiveEqualisation
{
    private const int Bins = 256;

    /// <summary>Equalises; the picture keeps its size.</summary>
    public static Plane8 Apply(Plane8 image, int gridColumns, int gridRows, double clipLimit)
    {
        int tileWidth = (image.Width + gridColumns - 1) / gridColumns, tileHeight = (image.Height + gridRows - 1) / gridRows;
        int area = tileWidth * tileHeight;
        int limit = Math.Max(1, (int)(clipLimit * area / Bins));
        var maps = new float[gridRows * gridColumns][];
        Parallel.For(0, maps.Length, tile =>
        {
            var histogram = new int[Bins];
            int left = tile % gridColumns * tileWidth, top = tile / gridColumns * tileHeight;
            for (int y = top; y < top + tileHeight; y++)
            {
                int row = Reflect(y, image.Height) * image.Width;
                for (int x = left; x < left + tileWidth; x++)
                {
                    histogram[image.Values[row + Reflect(x, image.Width)]]++;
                }
            }

            maps[tile] = Map(histogram, limit, area);
        });

        (int[] x1, int[] x2, float[] wx) = Blend(image.Width, tileWidth, gridColumns);
        (int[] y1, int[] y2, float[] wy) = Blend(image.Height, tileHeight, gridRows);
        var output = new byte[image.Values.Length];
        Parallel.For(0, image.Height, y =>
        {
            int top = y1[y] * gridColumns, bottom = y2[y] * gridColumns;
            for (int x = 0; x < image.Width; x++)
            {
                int index = (y * image.Width) + x;
                int value = image.Values[index];
                float upper = (maps[top + x1[x]][value] * (1 - wx[x])) + (maps[top + x2[x]][value] * wx[x]);
                float lower = (maps[bottom + x1[x]][value] * (1 - wx[x])) + (maps[bottom + x2[x]][value] * wx[x]);
                output[index] = (byte)Math.Clamp(MathF.Round((upper * (1 - wy[y])) + (lower * wy[y])), 0, 255);
            }
        });
        return new Plane8(output, image.Width, image.Height);
    }

    /// <summary>Index of a padded position, reflected about the edge pixel (the edge itself not repeated).</summary>
    internal static int Reflect(int index, int count)
    {
        if (count == 1)
        {
            return 0;
        }

        int period = 2 * (count - 1);
        index %= period;
        return index < count ? index : period - index;
    }

    /// <summary>Clips a histogram, spreads the excess evenly and returns the cumulative map to 0..255.</summary>
    internal static float[] Map(int[] histogram, int limit, int area)
    {
        int excess = 0;
        for (int i = 0; i < Bins; i++)
        {
            int over = histogram[i] - limit;
            if (over > 0)
            {
                excess += over;
                histogram[i] = limit;
            }
        }

        int share = excess / Bins, rest = excess % Bins;
        for (int i = 0; i < Bins; i++)
        {
            histogram[i] += share;
        }

        if (rest > 0)
        {
            int step = Math.Max(Bins / rest, 1);
            for (int i = 0; i < Bins && rest > 0; i += step, rest--)
            {
                histogram[i]++;
            }
        }

        var map = new float[Bins];
        float scale = 255f / area;
        int sum = 0;
        for (int i = 0; i < Bins; i++)
        {
            sum += histogram[i];
            map[i] = Math.Clamp(MathF.Round(sum * scale), 0, 255);
        }

        return map;
    }

    private static (int[] First, int[] Second, float[] Weight) Blend(int count, int size, int grid)
    {
        var first = new int[count];
        var second = new int[count];
        var weight = new float[count];
        float inverse = (float)(1.0 / size);
        for (int i = 0; i < count; i++)
        {
            float at = (i * inverse) - 0.5f;
            int floor = (int)MathF.Floor(at);
            first[i] = Math.Clamp(floor, 0, grid - 1);
            second[i] = Math.Clamp(floor + 1, 0, grid - 1);
            weight[i] = at - floor;
        }

        return (first, second, weight);
    }
}
