namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Constants of the pre-processing, from the manifest.</summary>
internal sealed record PelvisPreprocessing
{
    public double ResampleMm { get; init; } = 0.1;

    public double AnalysisMm { get; init; } = 0.4;

    public double RemoveLowestFraction { get; init; } = 0.02;

    public int ClaheColumns { get; init; } = 8;

    public int ClaheRows { get; init; } = 8;

    public double ClaheClipLimit { get; init; } = 100;

    public int Size { get; init; } = 512;

    public float Mean { get; init; }

    public float Std { get; init; } = 1;

    public float PadValue { get; init; }

    public double NominalWidthMm { get; init; } = 430;
}
