namespace PacsAnalyzer.Persistence.Ledger;

/// <summary>Which entries a list shows; null leaves a condition out.</summary>
public sealed record LedgerFilter
{
    /// <summary>Only this state.</summary>
    public LedgerState? State { get; init; }

    /// <summary>Only this study.</summary>
    public string? StudyInstanceUid { get; init; }

    /// <summary>Only this series.</summary>
    public string? SeriesInstanceUid { get; init; }

    /// <summary>Only what this AE title sent.</summary>
    public string? CallingAeTitle { get; init; }
}
