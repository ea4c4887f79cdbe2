namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>A job as lists show it.</summary>
public sealed record JobRecord
{
    /// <summary>Row.</summary>
    public required long Id { get; init; }

    /// <summary>Hash over series, content, pipeline and model version, hex: there is one job for each.</summary>
    public required string Key { get; init; }

    /// <summary>Row of the series.</summary>
    public required long SeriesId { get; init; }

    /// <summary>Study Instance UID.</summary>
    public required string StudyInstanceUid { get; init; }

    /// <summary>Series Instance UID.</summary>
    public required string SeriesInstanceUid { get; init; }

    /// <summary>Hash over the instances, hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Revision of the series that is analysed.</summary>
    public required int Revision { get; init; }

    /// <summary>Pipeline name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>Model version.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobState State { get; init; }

    /// <summary>Times it was begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>Times its worker vanished.</summary>
    public required int Crashes { get; init; }

    /// <summary>Who has it, or had it last.</summary>
    public string? LeaseOwner { get; init; }

    /// <summary>End of the lease.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Last sign of life.</summary>
    public DateTimeOffset? HeartbeatAt { get; init; }

    /// <summary>Not before.</summary>
    public required DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>What went wrong last; no patient data.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended, whatever the outcome.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Its result, once done.</summary>
    public long? ResultId { get; init; }
}
