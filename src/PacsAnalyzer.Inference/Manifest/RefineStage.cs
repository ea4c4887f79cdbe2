namespace PacsAnalyzer.Inference;

/// <summary>The optional second stage of the hip pipeline: a heat map for each landmark on a crop round it.</summary>
public sealed record RefineStage
{
    /// <summary>The network.</summary>
    public required ModelFile File { get; init; }

    /// <summary>Name of the input, [N, 1, size, size].</summary>
    public required string Input { get; init; }

    /// <summary>Name of the output, [N, L, size, size] logits.</summary>
    public required string Output { get; init; }

    /// <summary>Landmarks in the order of the channels.</summary>
    public required IReadOnlyList<string> Landmarks { get; init; }

    /// <summary>Resolution of a crop, mm per pixel.</summary>
    public required double PixelMm { get; init; }

    /// <summary>Side of a crop in pixels.</summary>
    public required int Size { get; init; }

    /// <summary>Mean taken off.</summary>
    public required double Mean { get; init; }

    /// <summary>What the rest is divided by.</summary>
    public required double Std { get; init; }

    /// <summary>Probability that a heat map's maximum must be above for its position to be kept. Default: 0.5.</summary>
    public double Threshold { get; init; } = 0.5;

    internal IEnumerable<string> Problems(IReadOnlyList<string> classes)
    {
        if (Size is < 8 or > 1024 || !(PixelMm > 0) || !(Std > 0) || !(Threshold is >= 0 and <= 1))
        {
            yield return "refine needs size in 8..1024, pixelMm > 0, std > 0 and threshold in 0..1";
        }

        if (Landmarks.Count == 0)
        {
            yield return "refine.landmarks is empty";
        }

        if (Landmarks.FirstOrDefault(name => !classes.Contains(name)) is { } unknown)
        {
            yield return $"refine.landmarks names {unknown}, which is no class";
        }
    }
}
