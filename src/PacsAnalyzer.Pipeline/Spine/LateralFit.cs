namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>From trial planes to the line that runs through the middles of the bodies.</summary>
internal static class LateralFit
{
    private const double SameBodyMm = 12;
    private const double SteepestSlope = 0.45;

    /// <summary>The middle of each body: the weighted mean position of the trial planes that show it. Bodies are told apart by their height.</summary>
    public static List<(double Height, double X, double Weight)> Middles(IEnumerable<LateralEvidence> trials)
    {
        var groups = new List<List<(double Height, double X, double Weight)>>();
        foreach (LateralEvidence trial in trials.OrderByDescending(t => t.Total))
        {
            foreach ((double height, double weight) in trial.Bodies)
            {
                List<(double Height, double X, double Weight)>? group = groups.Where(g => Math.Abs(Mean(g) - height) < SameBodyMm && g.TrueForAll(p => p.X != trial.X))
                    .MinBy(g => Math.Abs(Mean(g) - height));
                if (group is null)
                {
                    groups.Add([(height, trial.X, weight)]);
                }
                else
                {
                    group.Add((height, trial.X, weight));
                }
            }
        }

        return [.. groups.Select(g =>
        {
            double weight = g.Sum(p => p.Weight);
            return (Mean(g), g.Sum(p => p.X * p.Weight) / weight, weight);
        }).OrderBy(g => g.Item1)];
    }

    /// <summary>Weighted least squares X = at + slope * (height - reference), with one round that lessens outliers; the root mean square residual.</summary>
    public static (double At, double Slope, double Residual) Line(IReadOnlyList<(double Height, double X, double Weight)> middles, double reference)
    {
        double[] weights = [.. middles.Select(m => m.Weight)];
        (double at, double slope) = Solve(middles, weights, reference);
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < weights.Length; i++)
            {
                double r = (middles[i].X - at - (slope * (middles[i].Height - reference))) / 6;
                weights[i] = middles[i].Weight / (1 + (r * r));
            }

            (at, slope) = Solve(middles, weights, reference);
        }

        double total = weights.Sum();
        double residual = Math.Sqrt(middles.Select((m, i) => weights[i] * Math.Pow(m.X - at - (slope * (m.Height - reference)), 2)).Sum() / total);
        return (at, slope, residual);
    }

    private static (double At, double Slope) Solve(IReadOnlyList<(double Height, double X, double Weight)> m, double[] w, double reference)
    {
        double sw = 0, sh = 0, sx = 0, shh = 0, shx = 0;
        for (int i = 0; i < w.Length; i++)
        {
            double h = m[i].Height - reference;
            sw += w[i];
            sh += w[i] * h;
            sx += w[i] * m[i].X;
            shh += w[i] * h * h;
            shx += w[i] * h * m[i].X;
        }

        // A little stiffness against tilting: two neighbouring bodies alone say nothing about scoliosis.
        double ridge = sw * 20 * 20;
        double meanH = sh / sw, meanX = sx / sw;
        double slope = Math.Clamp((shx - (sh * meanX)) / (shh - (sh * meanH) + ridge), -SteepestSlope, SteepestSlope);
        return (meanX - (slope * meanH), slope);
    }

    private static double Mean(List<(double Height, double X, double Weight)> group) => group.Sum(p => p.Height * p.Weight) / group.Sum(p => p.Weight);
}
