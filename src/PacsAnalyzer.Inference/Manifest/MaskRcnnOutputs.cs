namespace PacsAnalyzer.Inference;

/// <summary>Names of a segmenter's outputs; K places, sorted by score, empty ones with score 0.</summary>
public sealed record MaskRcnnOutputs
{
    /// <summary>[K, 4]: x1, y1, x2, y2 in pixels of the network's picture.</summary>
    public required string Boxes { get; init; }

    /// <summary>[K]: probability.</summary>
    public required string Scores { get; init; }

    /// <summary>[K]: 1 vertebral body, 2 sacrum, as float.</summary>
    public required string Labels { get; init; }

    /// <summary>[K, maskSize, maskSize]: probabilities inside the box.</summary>
    public required string Masks { get; init; }

    /// <summary>[K]: mg/cm3.</summary>
    public required string Densities { get; init; }
}
