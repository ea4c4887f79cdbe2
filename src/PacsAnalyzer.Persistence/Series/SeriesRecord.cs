using PacsAnalyzer.Persistence.Instances;

namespace PacsAnalyzer.Persistence.Series;

/// <summary>A series as the index has it.</summary>
public sealed record SeriesRecord
{
    /// <summary>Row.</summary>
    public required long Id { get; init; }

    /// <summary>Study Instance UID (0020,000D).</summary>
    public required string StudyInstanceUid { get; init; }

    /// <summary>Series Instance UID (0020,000E).</summary>
    public required string SeriesInstanceUid { get; init; }

    /// <summary>What lists show.</summary>
    public required SeriesDescription Description { get; init; }

    /// <summary>Calling AE title that sent it last: whom results go back to.</summary>
    public required string CallingAeTitle { get; init; }

    /// <summary>Called AE title of the same association.</summary>
    public required string CalledAeTitle { get; init; }

    /// <summary>Address of the same association.</summary>
    public required string RemoteAddress { get; init; }

    /// <summary>Where it stands.</summary>
    public required SeriesState State { get; init; }

    /// <summary>Instances indexed.</summary>
    public required int InstanceCount { get; init; }

    /// <summary>Goes up with each batch that brought new instances.</summary>
    public required int Revision { get; init; }

    /// <summary>End of the quiet period.</summary>
    public required DateTimeOffset QuietUntil { get; init; }

    /// <summary>Assembled then at the latest.</summary>
    public required DateTimeOffset MaxWaitUntil { get; init; }

    /// <summary>Routing rule of the last decision.</summary>
    public string? RuleId { get; init; }

    /// <summary>Its explanation.</summary>
    public string? Explanation { get; init; }

    /// <summary>Pipeline it was routed to.</summary>
    public string? Pipeline { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? LastError { get; init; }

    /// <summary>First instance acknowledged.</summary>
    public required DateTimeOffset FirstReceivedAt { get; init; }

    /// <summary>Last new instance acknowledged.</summary>
    public required DateTimeOffset LastReceivedAt { get; init; }
}
