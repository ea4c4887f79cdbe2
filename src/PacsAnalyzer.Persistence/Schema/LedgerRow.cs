using PacsAnalyzer.Persistence.Ledger;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>ledger</c>; no foreign keys, because its rows outlive everything.</summary>
internal sealed class LedgerRow
{
    public string SopInstanceUid { get; set; } = "";

    public string? StudyInstanceUid { get; set; }

    public string? SeriesInstanceUid { get; set; }

    public LedgerState State { get; set; }

    public string? RuleId { get; set; }

    public string? Reason { get; set; }

    public string CallingAeTitle { get; set; } = "";

    public string CalledAeTitle { get; set; } = "";

    public string RemoteAddress { get; set; } = "";

    /// <summary>File of an instance that could not be indexed; null for one that was.</summary>
    public string? UnindexedPath { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }
}
