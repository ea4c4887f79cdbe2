using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>The detector's prior boxes, ordered level, row, column, prior (models/README.md).</summary>
internal static class SsdPriors
{
    /// <summary>All priors.</summary>
    public static Box[] Create(IReadOnlyList<SsdLevel> levels)
    {
        var priors = new List<Box>();
        foreach (SsdLevel level in levels)
        {
            double middle = Math.Sqrt(level.MinSize * level.MaxSize);
            List<(double W, double H)> shapes = [(level.MinSize, level.MinSize), (middle, middle)];
            foreach (double ratio in level.Ratios)
            {
                double root = Math.Sqrt(ratio);
                shapes.Add((level.MinSize * root, level.MinSize / root));
                shapes.Add((level.MinSize / root, level.MinSize * root));
            }

            for (int row = 0; row < level.Cells; row++)
            {
                for (int column = 0; column < level.Cells; column++)
                {
                    foreach ((double w, double h) in shapes)
                    {
                        priors.Add(new Box((column + 0.5) * level.Step, (row + 0.5) * level.Step, w, h));
                    }
                }
            }
        }

        return [.. priors];
    }

    /// <summary>A box from a prior and its four offsets.</summary>
    public static Box Decode(Box prior, ReadOnlySpan<float> offsets, IReadOnlyList<double> variances) => new(
        prior.CentreX + (offsets[0] * variances[0] * prior.Width),
        prior.CentreY + (offsets[1] * variances[1] * prior.Height),
        prior.Width * Math.Exp(offsets[2] * variances[2]),
        prior.Height * Math.Exp(offsets[3] * variances[3]));
}
