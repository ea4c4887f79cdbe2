using PacsAnalyzer.Persistence.Results;

namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>All that a finished job stores, in one transaction.</summary>
public sealed record JobOutcome
{
    /// <summary>Measured, Refused or Failed.</summary>
    public required string Status { get; init; }

    /// <summary>The result as a JSON document.</summary>
    public required string DocumentJson { get; init; }

    /// <summary>First reason code of a result that is not Measured; null otherwise.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The same for people; no patient data.</summary>
    public string? ReasonText { get; init; }

    /// <summary>Hash of the configuration that influences values.</summary>
    public string ConfigurationHash { get; init; } = "";

    /// <summary>Single values.</summary>
    public IReadOnlyList<MeasurementRecord> Measurements { get; init; } = [];

    /// <summary>Objects written to the store, the report first.</summary>
    public IReadOnlyList<NewReportObject> Objects { get; init; } = [];

    /// <summary>Where they go; empty for nowhere (a refusal that is not reported).</summary>
    public IReadOnlyList<NewDelivery> Deliveries { get; init; } = [];
}
