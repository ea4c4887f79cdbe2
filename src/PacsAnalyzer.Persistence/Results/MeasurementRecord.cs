namespace PacsAnalyzer.Persistence.Results;

/// <summary>One value of a result.</summary>
/// <param name="Code">Code, as in the result document.</param>
/// <param name="Value">Unrounded value; null when absent.</param>
/// <param name="Unit">UCUM unit.</param>
/// <param name="Side">L, R or null.</param>
/// <param name="Level">Vertebral level or null.</param>
/// <param name="Normality">Within, Below, Above, NotAssessed.</param>
/// <param name="Reason">Why value or judgement is absent.</param>
public sealed record MeasurementRecord(string Code, double? Value, string Unit, string? Side, string? Level, string Normality, string? Reason)
{
    /// <summary>Lower limit; null when open.</summary>
    public double? RangeLow { get; init; }

    /// <summary>Upper limit; null when open.</summary>
    public double? RangeHigh { get; init; }
}
