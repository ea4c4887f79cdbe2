namespace PacsAnalyzer.Inference;

/// <summary>How a detector's outputs become boxes.</summary>
public sealed record SsdParameters
{
    /// <summary>Variances of cx, cy, w, h.</summary>
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>The feature maps, finest first.</summary>
    public required IReadOnlyList<SsdLevel> Levels { get; init; }

    /// <summary>Priors of all levels: the P of the outputs.</summary>
    public long PriorCount => Levels.Sum(level => (long)level.Cells * level.Cells * level.PriorsPerCell);

    internal IEnumerable<string> Problems()
    {
        if (Variances.Count != 4 || Variances.Any(v => v is not > 0))
        {
            yield return "ssd.variances must be four positive numbers";
        }

        if (Levels.Count == 0)
        {
            yield return "ssd.levels is empty";
        }

        for (int i = 0; i < Levels.Count; i++)
        {
            if (!Levels[i].IsValid)
            {
                yield return $"ssd.levels[{i}] needs cells in 1..1024, positive step and ratios, and 0 < minSize <= maxSize";
            }
        }
    }
}
