namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>Which jobs a list shows; null leaves a condition out.</summary>
public sealed record JobFilter
{
    /// <summary>Only this state.</summary>
    public JobState? State { get; init; }

    /// <summary>Only this pipeline.</summary>
    public string? Pipeline { get; init; }

    /// <summary>Only this study.</summary>
    public string? StudyInstanceUid { get; init; }

    /// <summary>Only this series row.</summary>
    public long? SeriesId { get; init; }
}
