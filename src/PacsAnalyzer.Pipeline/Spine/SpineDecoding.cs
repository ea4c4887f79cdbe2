namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Constants that turn the network's outputs into bodies, from the manifest.</summary>
internal sealed record SpineDecoding
{
    public int MaskSize { get; init; } = 56;

    public float MaskThreshold { get; init; } = 0.5f;

    public int Erosions { get; init; } = 3;

    public double NmsIou { get; init; } = 0.5;

    public double Vertebra { get; init; } = 0.5;

    public double Sacrum { get; init; } = 0.5;

    /// <summary>Least agreement of the three channels, 0..1, that a density needs to be assessed.</summary>
    public double Agreement { get; init; }
}
