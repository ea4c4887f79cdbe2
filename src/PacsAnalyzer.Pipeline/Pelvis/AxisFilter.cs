namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>A linear map along one axis of a picture: each output sample is a weighted sum of consecutive input samples.</summary>
internal sealed class AxisFilter
{
    private readonly int[] _start;
    private readonly float[][] _weights;

    private AxisFilter(int[] start, float[][] weights)
    {
        _start = start;
        _weights = weights;
    }

    public int OutputLength => _start.Length;

    /// <summary>
    /// Linear interpolation of <paramref name="count"/> samples to <paramref name="fine"/>, then the mean of every <paramref name="step"/>.
    /// Both are linear and act on one axis only, so their product is one sparse map: the 0.1 mm picture need never exist.
    /// Fine sample i lies at (i + 0.5) * count / fine - 0.5, edges repeated; fine samples that fill no whole step are dropped.
    /// </summary>
    public static AxisFilter LinearThenMean(int count, int fine, int step)
    {
        double scale = (double)count / fine;
        return Build(fine / step, count, (output, add) =>
        {
            for (int k = 0; k < step; k++)
            {
                double at = Math.Clamp(((((output * step) + k) + 0.5) * scale) - 0.5, 0, count - 1);
                int low = Math.Min((int)at, Math.Max(count - 2, 0));
                double weight = at - low;
                add(low, (1 - weight) / step);
                add(Math.Min(low + 1, count - 1), weight / step);
            }
        });
    }

    /// <summary>A triangle filter whose support widens when shrinking; output i lies at (i + 0.5) / factor.</summary>
    public static AxisFilter Triangle(int count, int target, double factor)
    {
        double support = Math.Max(1.0, 1.0 / factor);
        return Build(target, count, (output, add) =>
        {
            double centre = (output + 0.5) / factor;
            int first = Math.Max(0, (int)Math.Floor(centre - support - 0.5)), last = Math.Min(count - 1, (int)Math.Ceiling(centre + support));
            double sum = 0;
            for (int i = first; i <= last; i++)
            {
                sum += Math.Max(0, 1 - (Math.Abs(i + 0.5 - centre) / support));
            }

            for (int i = first; i <= last; i++)
            {
                add(i, Math.Max(0, 1 - (Math.Abs(i + 0.5 - centre) / support)) / Math.Max(sum, 1e-9));
            }
        });
    }

    /// <summary>Applies one filter down the columns and one along the rows.</summary>
    public static PlaneF Apply(PlaneF image, AxisFilter columns, AxisFilter rows)
    {
        int width = columns.OutputLength, height = rows.OutputLength;
        var output = new float[width * height];
        Parallel.For(0, height, () => new float[image.Width], (row, _, line) =>
        {
            Array.Clear(line);
            float[] weights = rows._weights[row];
            for (int k = 0; k < weights.Length; k++)
            {
                ReadOnlySpan<float> source = image.Values.AsSpan((rows._start[row] + k) * image.Width, image.Width);
                float weight = weights[k];
                for (int x = 0; x < source.Length; x++)
                {
                    line[x] += source[x] * weight;
                }
            }

            for (int x = 0; x < width; x++)
            {
                float[] across = columns._weights[x];
                int start = columns._start[x];
                float sum = 0;
                for (int k = 0; k < across.Length; k++)
                {
                    sum += line[start + k] * across[k];
                }

                output[(row * width) + x] = sum;
            }

            return line;
        }, _ => { });
        return new PlaneF(output, width, height);
    }

    private static AxisFilter Build(int outputs, int count, Action<int, Action<int, double>> fill)
    {
        var start = new int[outputs];
        var weights = new float[outputs][];
        var sums = new SortedDictionary<int, double>();
        for (int i = 0; i < outputs; i++)
        {
            sums.Clear();
            fill(i, (at, weight) =>
            {
                if (weight != 0)
                {
                    sums[at] = sums.GetValueOrDefault(at) + weight;
                }
            });
            start[i] = sums.Count == 0 ? Math.Min(i, count - 1) : sums.Keys.First();
            weights[i] = new float[sums.Count == 0 ? 0 : sums.Keys.Last() - start[i] + 1];
            foreach ((int at, double weight) in sums)
            {
                weights[i][at - start[i]] = (float)weight;
            }
        }

        return new AxisFilter(start, weights);
    }
}
