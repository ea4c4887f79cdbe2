namespace PacsAnalyzer.Inference;

/// <summary>Names of a detector's outputs.</summary>
public sealed record SsdOutputs
{
    /// <summary>[1, P, 4]: offsets cx, cy, w, h of each prior.</summary>
    public required string Locations { get; init; }

    /// <summary>[1, P, classes]: logits of each prior.</summary>
    public required string Confidences { get; init; }
}
