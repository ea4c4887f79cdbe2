namespace PacsAnalyzer.Inference;

/// <summary>A feature map of a detector; lengths in pixels of the network's picture.</summary>
public sealed record SsdLevel
{
    /// <summary>Cells along each side.</summary>
    public required int Cells { get; init; }

    /// <summary>Distance of neighbouring cells; the centre of cell i is (i + 0.5) * step.</summary>
    public required double Step { get; init; }

    /// <summary>Side of the small square prior.</summary>
    public required double MinSize { get; init; }

    /// <summary>The large square prior has side sqrt(minSize * maxSize).</summary>
    public required double MaxSize { get; init; }

    /// <summary>Aspect ratios beyond 1; each gives a prior and its transpose.</summary>
    public required IReadOnlyList<double> Ratios { get; init; }

    /// <summary>Two squares and two for each ratio.</summary>
    public int PriorsPerCell => 2 + (2 * Ratios.Count);

    internal bool IsValid => Cells is > 0 and <= 1024 && Step > 0 && MinSize > 0 && MaxSize >= MinSize && Ratios.All(r => r > 0);
}
