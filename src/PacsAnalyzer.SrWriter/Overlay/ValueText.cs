using System.Globalization;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>Values and limits as people read them.</summary>
internal static class ValueText
{
    /// <summary>A value with its unit; a dash where it is absent. Rounding never moves a value across a limit it was judged by.</summary>
    internal static string Value(Measurement measurement)
    {
        if (measurement.Value is not double value)
        {
            return "–";
        }

        bool isOffset = measurement.Code.StartsWith("HRC-", StringComparison.Ordinal);
        string unit = measurement.Unit switch
        {
            "deg" => "°",
            "%" => " %",
            "[hnsf'U]" => " HU",
            "1" => "",
            _ => " " + measurement.Unit,
        };
        int decimals = measurement.Unit is "[hnsf'U]" or "mg/cm3" or "%" ? 0 : 1;
        return Number(value, Decimals(measurement, value, decimals), isOffset) + unit;
    }

    /// <summary>The value without its unit.</summary>
    internal static string Bare(Measurement measurement) => measurement.Value is double value
        ? Number(value, Decimals(measurement, value, measurement.Unit is "[hnsf'U]" or "mg/cm3" or "%" ? 0 : 1), false)
        : "–";

    /// <summary>Limits: "30–50", or one end; empty where there are none.</summary>
    internal static string Limits(Measurement measurement) => measurement.Range switch
    {
        [double lower, double upper] => $"{Plain(lower)}–{Plain(upper)}",
        [double lower, null] => $"≥ {Plain(lower)}",
        [null, double upper] => $"≤ {Plain(upper)}",
        _ => "",
    };

    /// <summary>The verdict in a word.</summary>
    internal static string Verdict(Measurement measurement, ReportText text) => measurement.Value is null ? text.NotGiven : measurement.Normality switch
    {
        Normality.Within => text.Within,
        Normality.Below => text.Below,
        Normality.Above => text.Above,
        _ => text.NotAssessed,
    };

    private static int Decimals(Measurement measurement, double value, int wanted)
    {
        // 29.97 against a lower limit of 30 must not read "30.0, below".
        int decimals = wanted;
        while (decimals < 4 && measurement.Normality is Normality.Below or Normality.Above && measurement.Range is { } range
            && range.Any(limit => limit is double l && Math.Round(value, decimals) == l))
        {
            decimals++;
        }

        return decimals;
    }

    private static string Number(double value, int decimals, bool isSigned)
    {
        string text = Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (isSigned && value > 0 ? "+" + text : text).Replace('-', '−');
    }

    private static string Plain(double limit) => limit.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');
}
