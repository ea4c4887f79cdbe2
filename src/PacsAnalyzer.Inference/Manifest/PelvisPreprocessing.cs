namespace PacsAnalyzer.Inference;

/// <summary>From a radiograph to the detector's picture, in the order of models/README.md.</summary>
public sealed record PelvisPreprocessing
{
    /// <summary>First resampling, mm per pixel.</summary>
    public required double ResampleMm { get; init; }

    /// <summary>Resolution of the analysis, mm per pixel; a multiple of <see cref="ResampleMm"/>.</summary>
    public required double AnalysisMm { get; init; }

    /// <summary>Fraction of the lowest values that is cut off, 0..1.</summary>
    public required double RemoveLowestFraction { get; init; }

    /// <summary>Tiles of the histogram equalisation: columns and rows.</summary>
    public required IReadOnlyList<int> ClaheGrid { get; init; }

    /// <summary>Clip limit as OpenCV counts it.</summary>
    public required double ClaheClipLimit { get; init; }

    /// <summary>Side of the network's picture in pixels.</summary>
    public required int Size { get; init; }

    /// <summary>Mean taken off, in units of 0..255.</summary>
    public required double Mean { get; init; }

    /// <summary>What the rest is divided by.</summary>
    public required double Std { get; init; }

    /// <summary>Value right of and below the film, before standardising.</summary>
    public required double PadValue { get; init; }

    /// <summary>Width taken for a film without a spacing, mm.</summary>
    public required double NominalWidthMm { get; init; }

    internal IEnumerable<string> Problems()
    {
        if (!(ResampleMm > 0) || !(AnalysisMm >= ResampleMm))
        {
            yield return "preprocessing needs 0 < resampleMm <= analysisMm";
        }

        if (!(RemoveLowestFraction is >= 0 and < 1))
        {
            yield return "preprocessing.removeLowestFraction must be in 0..1";
        }

        if (ClaheGrid.Count != 2 || ClaheGrid.Any(n => n is < 1 or > 64) || !(ClaheClipLimit > 0))
        {
            yield return "preprocessing.claheGrid must be two numbers in 1..64 and claheClipLimit positive";
        }

        if (Size is < 32 or > 4096 || !(Std > 0) || !(NominalWidthMm > 0))
        {
            yield return "preprocessing needs size in 32..4096, std > 0 and nominalWidthMm > 0";
        }
    }
}
