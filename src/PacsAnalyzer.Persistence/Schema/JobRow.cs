using PacsAnalyzer.Persistence.Jobs;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>jobs</c>.</summary>
internal sealed class JobRow
{
    public long Id { get; set; }

    public string JobKey { get; set; } = "";

    public long SeriesId { get; set; }

    public string StudyInstanceUid { get; set; } = "";

    public string SeriesInstanceUid { get; set; } = "";

    public string ContentHash { get; set; } = "";

    public int Revision { get; set; }

    public string Pipeline { get; set; } = "";

    public string ModelVersion { get; set; } = "";

    public JobState State { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset? HeartbeatAt { get; set; }

    /// <summary>Leases since it was queued (or retried by hand).</summary>
    public int Attempts { get; set; }

    /// <summary>Leases ever: the fencing token.</summary>
    public int LeaseToken { get; set; }

    public int Crashes { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
