using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>From Hounsfield units to density on one kind of scanner at one voltage.</summary>
/// <param name="Manufacturer">Manufacturer (0008,0070), upper and lower case alike; <c>*</c> for any.</param>
/// <param name="Model">Model name (0008,1090); <c>*</c> for any, or a name that ends in <c>*</c>.</param>
/// <param name="Kvp">Tube voltage.</param>
/// <param name="Slope">mg/cm3 a HU.</param>
/// <param name="Intercept">mg/cm3.</param>
public sealed record DensityCalibration(string Manufacturer, string Model, double Kvp, double Slope, double Intercept)
{
    /// <summary>Whether this entry is meant for a series.</summary>
    public bool Matches(InstanceHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return header.Kvp is double kvp && Math.Abs(kvp - Kvp) < 0.5 && Fits(Manufacturer, header.Manufacturer) && Fits(Model, header.ManufacturerModelName);
    }

    /// <summary>The entries that match; more than one is an error of the configuration.</summary>
    public static IReadOnlyList<DensityCalibration> Matching(IEnumerable<DensityCalibration> all, InstanceHeader header) => [.. all.Where(c => c.Matches(header))];

    private static bool Fits(string pattern, string value) =>
        pattern.EndsWith('*')
            ? value.Trim().StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : string.Equals(pattern.Trim(), value.Trim(), StringComparison.OrdinalIgnoreCase);
}
