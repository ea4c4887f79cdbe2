using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline;

/// <summary>The limits that a value is judged against.</summary>
/// <param name="Lower">Lower end, included; null: open.</param>
/// <param name="Upper">Upper end, included; null: open.</param>
/// <param name="Source">Where the limits come from.</param>
public sealed record MeasurementRange(double? Lower, double? Upper, string Source)
{
    /// <summary>Where an unrounded value lies.</summary>
    public Normality Judge(double value) => value < Lower ? Normality.Below : value > Upper ? Normality.Above : Normality.Within;

    /// <summary>Lower and upper end as results write them.</summary>
    public IReadOnlyList<double?> ToList() => [Lower, Upper];
}
