namespace PacsAnalyzer.Inference;

/// <summary>A distribution of landmark positions in the frame of the teardrops (models/README.md).</summary>
public sealed record PlausibilityGroup
{
    /// <summary>The landmarks, in the order of <see cref="Mean"/>.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Whether x is negated when the cup is on the patient's right.</summary>
    public bool MirrorToLeft { get; init; }

    /// <summary>x0, y0, x1, y1, ... in units of the distance between the teardrops.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Inverse of the covariance of <see cref="Mean"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> InverseCovariance { get; init; }

    /// <summary>Mahalanobis distance above which the set is refused.</summary>
    public required double Limit { get; init; }

    internal IEnumerable<string> Problems(int index, IReadOnlyList<string> classes)
    {
        int n = 2 * Names.Count;
        if (n == 0 || Mean.Count != n || InverseCovariance.Count != n || InverseCovariance.Any(row => row.Count != n) || !(Limit > 0))
        {
            yield return $"plausibility[{index}] needs names, twice as many means, a square matrix of that size and a positive limit";
        }

        if (Names.FirstOrDefault(name => !classes.Contains(name)) is { } unknown)
        {
            yield return $"plausibility[{index}] names {unknown}, which is no class";
        }
    }
}
