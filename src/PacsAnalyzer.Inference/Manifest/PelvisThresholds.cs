namespace PacsAnalyzer.Inference;

/// <summary>Limits of confidence, probabilities.</summary>
public sealed record PelvisThresholds
{
    /// <summary>By landmark name.</summary>
    public required IReadOnlyDictionary<string, double> Landmark { get; init; }

    /// <summary>For the letters L and R.</summary>
    public required double Marker { get; init; }

    /// <summary>Mean of the three cup probabilities that a side needs to count as replaced.</summary>
    public required double Prosthesis { get; init; }

    /// <summary>Mean of teardrops, ischia and symphysis that a pelvis needs.</summary>
    public required double Pelvis { get; init; }
}
