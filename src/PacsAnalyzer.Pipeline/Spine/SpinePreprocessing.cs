namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Constants of the spine pre-processing, from the manifest.</summary>
internal sealed record SpinePreprocessing
{
    public double PixelMm { get; init; } = 0.7;

    public double WindowWidth { get; init; } = 1000;

    public double WindowLevel { get; init; } = 350;

    public int Size { get; init; } = 512;

    public IReadOnlyList<double> Mean { get; init; } = [0, 0, 0];

    public IReadOnlyList<double> Std { get; init; } = [1, 1, 1];

    public double PaddingValue { get; init; }

    public double PlaneSpacingMm { get; init; } = 3;

    /// <summary>Factor to HU at 120 kVp by tube voltage, ascending.</summary>
    public IReadOnlyList<(double Kvp, double Factor)> KvpScale { get; init; } = [(120, 1)];

    /// <summary>Factor for a voltage: linear between the table's, its ends beyond; 1 where the voltage is unknown.</summary>
    public double ScaleFor(double? kvp)
    {
        if (kvp is not double v || v <= 0)
        {
            return 1;
        }

        if (v <= KvpScale[0].Kvp)
        {
            return KvpScale[0].Factor;
        }

        for (int i = 1; i < KvpScale.Count; i++)
        {
            (double high, double factor) = KvpScale[i];
            if (v <= high)
            {
                (double low, double before) = KvpScale[i - 1];
                return before + ((v - low) / (high - low) * (factor - before));
            }
        }

        return KvpScale[^1].Factor;
    }

    /// <summary>HU at 120 kVp to 0..255, not rounded.</summary>
    public float Window(double hu) => (float)(Math.Clamp((hu - (WindowLevel - (WindowWidth / 2))) / WindowWidth, 0, 1) * 255);
}
