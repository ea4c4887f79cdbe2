namespace PacsAnalyzer.Inference;

/// <summary>Limits of confidence of the spine pipeline.</summary>
public sealed record SpineThresholds
{
    /// <summary>Score that a vertebral body needs.</summary>
    public required double Vertebra { get; init; }

    /// <summary>Score that a sacrum needs.</summary>
    public required double Sacrum { get; init; }

    /// <summary>Probability above which a mask's pixel is set.</summary>
    public required double Mask { get; init; }

    /// <summary>Agreement of the three planes below which a body is unsure.</summary>
    public required double Agreement { get; init; }
}
