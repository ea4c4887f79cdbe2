namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>Brings values to grey at the size they are shown.</summary>
internal static class GreyWindow
{
    private const int Bins = 4096;
    private const double LowFraction = 0.005;
    private const double HighFraction = 0.995;

    /// <summary>The window of a film: between two percentiles, the constant border of a collimated film left out.</summary>
    internal static (double Low, double High) Percentiles(float[] values)
    {
        float minimum = float.MaxValue, maximum = float.MinValue;
        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                minimum = Math.Min(minimum, value);
                maximum = Math.Max(maximum, value);
            }
        }

        if (!(maximum > minimum))
        {
            return (0, 1);
        }

        int[] histogram = new int[Bins];
        int count = 0;
        foreach (float value in values)
        {
            if (float.IsFinite(value) && value > minimum && value < maximum)
            {
                histogram[(int)Math.Min(Bins - 1.0, (value - minimum) / (maximum - (double)minimum) * Bins)]++;
                count++;
            }
        }

        double low = Place(histogram, count * LowFraction), high = Place(histogram, count * HighFraction);
        double step = (maximum - (double)minimum) / Bins;
        return count == 0 || high <= low ? (minimum, maximum) : (minimum + (low * step), minimum + ((high + 1) * step));
    }

    /// <summary>Resamples (area average when shrinking, linear when growing) and windows.</summary>
    internal static byte[] Render(OverlayImage image, int width, int height, (double Low, double High) window)
    {
        (int[] firstX, float[][] weightX) = Weights(image.Width, width);
        (int[] firstY, float[][] weightY) = Weights(image.Height, height);
        float low = (float)window.Low, range = (float)Math.Max(window.High - window.Low, 1e-6);
        float[] rows = new float[image.Height * width];
        for (int y = 0; y < image.Height; y++)
        {
            ReadOnlySpan<float> source = image.Values.AsSpan(y * image.Width, image.Width);
            for (int x = 0; x < width; x++)
            {
                float sum = 0;
                float[] weights = weightX[x];
                for (int k = 0; k < weights.Length; k++)
                {
                    float value = source[firstX[x] + k];
                    sum += weights[k] * (float.IsFinite(value) ? Math.Clamp((value - low) / range, 0, 1) : image.IsMonochrome1 ? 1 : 0);
                }

                rows[(y * width) + x] = sum;
            }
        }

        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++)
        {
            float[] weights = weightY[y];
            for (int x = 0; x < width; x++)
            {
                float sum = 0;
                for (int k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] * rows[((firstY[y] + k) * width) + x];
                }

                float shade = Math.Clamp(image.IsMonochrome1 ? 1 - sum : sum, 0, 1);
                grey[(y * width) + x] = (byte)((shade * 255) + 0.5f);
            }
        }

        return grey;
    }

    private static int Place(int[] histogram, double wanted)
    {
        double seen = 0;
        for (int i = 0; i < histogram.Length; i++)
        {
            seen += histogram[i];
            if (seen >= wanted)
            {
                return i;
            }
        }

        return histogram.Length - 1;
    }

    private static (int[] First, float[][] Weights) Weights(int from, int to)
    {
        int[] first = new int[to];
        float[][] weights = new float[to][];
        double scale = from / (double)to, support = Math.Max(scale, 1);
        for (int i = 0; i < to; i++)
        {
            double centre = (i + 0.5) * scale;
            int begin = Math.Clamp((int)Math.Floor(centre - support), 0, from - 1), end = Math.Clamp((int)Math.Ceiling(centre + support), begin + 1, from);
            float[] own = new float[end - begin];
            float total = 0;
            for (int k = 0; k < own.Length; k++)
            {
                own[k] = (float)Math.Max(0, 1 - (Math.Abs(begin + k + 0.5 - centre) / support));
                total += own[k];
            }

            for (int k = 0; k < own.Length; k++)
            {
                own[k] = total > 0 ? own[k] / total : 1f / own.Length;
            }

            first[i] = begin;
            weights[i] = own;
        }

        return (first, weights);
    }
}
