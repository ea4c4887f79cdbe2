namespace PacsAnalyzer.Persistence.Results;

/// <summary>A result with all that belongs to it.</summary>
/// <param name="Result">The result.</param>
/// <param name="DocumentJson">Its document; the order of keys is the database's.</param>
/// <param name="Measurements">Values in the order in which they were stored.</param>
/// <param name="Objects">Report objects in the order in which they were stored.</param>
public sealed record ResultDetail(
    ResultRecord Result,
    string DocumentJson,
    IReadOnlyList<MeasurementRecord> Measurements,
    IReadOnlyList<ReportObjectRecord> Objects);
