namespace PacsAnalyzer.Inference;

/// <summary>How a segmenter's outputs become bodies.</summary>
public sealed record MaskRcnnParameters
{
    /// <summary>Side of a mask.</summary>
    public required int MaskSize { get; init; }

    /// <summary>Probability above which a mask's pixel is set.</summary>
    public required double MaskThreshold { get; init; }

    /// <summary>3 x 3 erosions before the mean is taken.</summary>
    public required int Erosions { get; init; }

    /// <summary>Overlap above which the weaker of two boxes goes.</summary>
    public required double NmsIou { get; init; }

    internal IEnumerable<string> Problems()
    {
        if (MaskSize is < 4 or > 512 || !(MaskThreshold is > 0 and < 1) || Erosions is < 0 or > 16 || !(NmsIou is > 0 and <= 1))
        {
            yield return "maskrcnn needs maskSize in 4..512, maskThreshold in 0..1, erosions in 0..16 and nmsIou in 0..1";
        }
    }
}
