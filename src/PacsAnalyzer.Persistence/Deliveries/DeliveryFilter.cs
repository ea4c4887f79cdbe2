namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>Which deliveries a list shows; null leaves a condition out.</summary>
public sealed record DeliveryFilter
{
    /// <summary>Only this state.</summary>
    public DeliveryState? State { get; init; }

    /// <summary>Only this destination.</summary>
    public string? Destination { get; init; }

    /// <summary>Only this study.</summary>
    public string? StudyInstanceUid { get; init; }

    /// <summary>Only this result.</summary>
    public long? ResultId { get; init; }
}
