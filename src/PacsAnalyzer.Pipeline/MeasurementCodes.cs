namespace PacsAnalyzer.Pipeline;

/// <summary>Codes, units and default ranges of all measurements.</summary>
public static class MeasurementCodes
{
    /// <summary>Cup inclination (abduction), degrees.</summary>
    public const string CupInclination = "CUP-INCL";

    /// <summary>Coverage of the cup by bone, percent.</summary>
    public const string CupCoverage = "CUP-COVER";

    /// <summary>Vertical offset of the rotation centre, mm; positive: higher.</summary>
    public const string VerticalOffset = "HRC-VOFF";

    /// <summary>Horizontal offset of the rotation centre, mm; positive: lateral.</summary>
    public const string HorizontalOffset = "HRC-HOFF";

    /// <summary>Trabecular density of one body, mg/cm3.</summary>
    public const string TrabecularDensity = "VBMD-TRAB";

    /// <summary>Mean attenuation of one eroded body, HU as scanned.</summary>
    public const string MeanHu = "MEAN-HU";

    /// <summary>Mean density of L1 and L2, mg/cm3.</summary>
    public const string DensityL1L2 = "VBMD-L1L2";

    /// <summary>Limits that hold unless the configuration has others.</summary>
    public static IReadOnlyDictionary<string, MeasurementRange> DefaultRanges { get; } = new Dictionary<string, MeasurementRange>(StringComparer.Ordinal)
    {
        [CupInclination] = new(30, 50, "SSD512 method for total hip arthroplasty: 30 to 50 degrees"),
        [CupCoverage] = new(70, null, "SSD512 method for total hip arthroplasty: over 70 %"),
        [VerticalOffset] = new(-6, 6, "SSD512 method for total hip arthroplasty: -6 to 6 mm"),
        [HorizontalOffset] = new(-5, 5, "SSD512 method for total hip arthroplasty: -5 to 5 mm"),
        [DensityL1L2] = new(120, null, "QCT, mean of L1 and L2 (PMC7495321, ACR): 120 and above; 80 is the lower limit"),
    };

    /// <summary>UCUM unit of a code.</summary>
    public static string Unit(string code) => code switch
    {
        CupInclination => "deg",
        CupCoverage => "%",
        VerticalOffset or HorizontalOffset => "mm",
        TrabecularDensity or DensityL1L2 => "mg/cm3",
        MeanHu => "[hnsf'U]",
        _ => throw new ArgumentException($"'{code}' is no measurement code.", nameof(code)),
    };
}
