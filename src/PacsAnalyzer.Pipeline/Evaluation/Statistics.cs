namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Means, percentiles, intervals and agreement of paired values.</summary>
public static class Statistics
{
    /// <summary>Percentile, linear between ranks; NaN for none.</summary>
    public static double Percentile(IReadOnlyList<double> values, double percent)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return double.NaN;
        }

        double[] sorted = [.. values.Order()];
        double rank = percent / 100 * (sorted.Length - 1);
        int low = (int)rank, high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((rank - low) * (sorted[high] - sorted[low]));
    }

    /// <summary>Sample standard deviation; NaN for fewer than two.</summary>
    public static double Deviation(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
        {
            return double.NaN;
        }

        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }

    /// <summary>95 % interval of the mean by resampling (2,000 draws, percentile method); the same for the same values.</summary>
    public static (double Low, double High) BootstrapMean(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
        {
            return (double.NaN, double.NaN);
        }

        const int Draws = 2000;
        uint state = 2463534242;
        var means = new double[Draws];
        for (int d = 0; d < Draws; d++)
        {
            double sum = 0;
            for (int i = 0; i < values.Count; i++)
            {
                // xorshift: the tables must come out alike each time.
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                sum += values[(int)(state % (uint)values.Count)];
            }

            means[d] = sum / values.Count;
        }

        return (Percentile(means, 2.5), Percentile(means, 97.5));
    }

    /// <summary>95 % interval of a share by Wilson's formula.</summary>
    public static (double Low, double High) Wilson(int hits, int count)
    {
        if (count == 0)
        {
            return (double.NaN, double.NaN);
        }

        const double Z = 1.959964;
        double p = (double)hits / count, z2 = Z * Z;
        double centre = (p + (z2 / (2 * count))) / (1 + (z2 / count));
        double half = Z / (1 + (z2 / count)) * Math.Sqrt((p * (1 - p) / count) + (z2 / (4.0 * count * count)));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>Pearson's correlation; NaN where one side does not vary.</summary>
    public static double Correlation(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count < 2)
        {
            return double.NaN;
        }

        double mx = x.Average(), my = y.Average(), sxy = 0, sxx = 0, syy = 0;
        for (int i = 0; i < x.Count; i++)
        {
            sxy += (x[i] - mx) * (y[i] - my);
            sxx += (x[i] - mx) * (x[i] - mx);
            syy += (y[i] - my) * (y[i] - my);
        }

        return sxx == 0 || syy == 0 ? double.NaN : sxy / Math.Sqrt(sxx * syy);
    }
}
