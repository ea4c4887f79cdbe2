namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>measurements</c>.</summary>
internal sealed class MeasurementRow
{
    public long Id { get; set; }

    public long ResultId { get; set; }

    public int Ordinal { get; set; }

    public string Code { get; set; } = "";

    public double? Value { get; set; }

    public string Unit { get; set; } = "";

    public string? Side { get; set; }

    public string? Level { get; set; }

    public string Normality { get; set; } = "";

    public string? Reason { get; set; }

    public double? RangeLow { get; set; }

    public double? RangeHigh { get; set; }
}
