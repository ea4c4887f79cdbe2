namespace PacsAnalyzer.Inference;

/// <summary>The picture that a model takes.</summary>
public sealed record ModelInput
{
    /// <summary>Name of the input.</summary>
    public required string Tensor { get; init; }

    /// <summary>[1, C, size, size], float32, NCHW.</summary>
    public required IReadOnlyList<long> Shape { get; init; }
}
