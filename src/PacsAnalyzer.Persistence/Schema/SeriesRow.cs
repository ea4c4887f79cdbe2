using PacsAnalyzer.Persistence.Series;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>series</c>.</summary>
internal sealed class SeriesRow
{
    public long Id { get; set; }

    public string StudyInstanceUid { get; set; } = "";

    public string SeriesInstanceUid { get; set; } = "";

    public string? Modality { get; set; }

    public string? BodyPart { get; set; }

    public string? SeriesNumber { get; set; }

    public string? SeriesDescription { get; set; }

    public string CallingAeTitle { get; set; } = "";

    public string CalledAeTitle { get; set; } = "";

    public string RemoteAddress { get; set; } = "";

    public SeriesState State { get; set; }

    public int InstanceCount { get; set; }

    public int Revision { get; set; }

    public DateTimeOffset QuietUntil { get; set; }

    public DateTimeOffset MaxWaitUntil { get; set; }

    /// <summary>The earlier of the two above, or what a postponement asked for.</summary>
    public DateTimeOffset DueAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Claims in this round that ended without a decision or a postponement.</summary>
    public int Attempts { get; set; }

    /// <summary>Claims ever: the fencing token.</summary>
    public int ClaimToken { get; set; }

    /// <summary>Revision of the last decision, 0 for none.</summary>
    public int DecidedRevision { get; set; }

    public string? RuleId { get; set; }

    public string? Explanation { get; set; }

    public string? Pipeline { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset FirstReceivedAt { get; set; }

    public DateTimeOffset LastReceivedAt { get; set; }
}
