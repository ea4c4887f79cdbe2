namespace PacsAnalyzer.Persistence.Results;

/// <summary>Which results a list shows; null leaves a condition out.</summary>
public sealed record ResultFilter
{
    /// <summary>Only this study.</summary>
    public string? StudyInstanceUid { get; init; }

    /// <summary>Only this pipeline.</summary>
    public string? Pipeline { get; init; }

    /// <summary>Only this status.</summary>
    public string? Status { get; init; }

    /// <summary>Superseded ones too.</summary>
    public bool IncludeSuperseded { get; init; }
}
