using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PacsAnalyzer.Pipeline.Spine;

namespace PacsAnalyzer.Pipeline;

/// <summary>What the configuration says about values; the same for every analysis until it changes.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Limits by measurement code that replace the defaults (<c>Reports:Ranges</c>).</summary>
    public IReadOnlyDictionary<string, MeasurementRange> Ranges { get; init; } = new Dictionary<string, MeasurementRange>();

    /// <summary>Calibrations of scanners (<c>Spine:Calibrations</c>).</summary>
    public IReadOnlyList<DensityCalibration> Calibrations { get; init; } = [];

    /// <summary>The limits in force: the defaults with <see cref="Ranges"/> on top.</summary>
    public IReadOnlyDictionary<string, MeasurementRange> EffectiveRanges
    {
        get
        {
            var all = new Dictionary<string, MeasurementRange>(MeasurementCodes.DefaultRanges, StringComparer.Ordinal);
            foreach ((string code, MeasurementRange range) in Ranges)
            {
                all[code] = range;
            }

            return all;
        }
    }

    /// <summary>SHA-256, lower-case hex, of everything here that changes a value or its judgement.</summary>
    public string Hash()
    {
        string text = JsonSerializer.Serialize(new
        {
            ranges = EffectiveRanges.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new { r.Key, r.Value.Lower, r.Value.Upper, r.Value.Source }),
            calibrations = Calibrations.Select(c => new { c.Manufacturer, c.Model, c.Kvp, c.Slope, c.Intercept }),
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
