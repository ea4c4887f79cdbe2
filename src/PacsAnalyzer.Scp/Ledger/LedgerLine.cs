namespace PacsAnalyzer.Scp.Ledger;

/// <summary>The account of one instance.</summary>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="State">Waiting, Analysed, Excluded or Failed.</param>
/// <param name="RuleId">Rule that left it out.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="StudyInstanceUid">Study.</param>
/// <param name="SeriesInstanceUid">Series.</param>
/// <param name="CallingAeTitle">Who sent it.</param>
/// <param name="ReceivedAt">When it was acknowledged.</param>
/// <param name="DecidedAt">When its state was decided.</param>
/// <param name="RemovedAt">When retention removed the file.</param>
public sealed record LedgerLine(
    string SopInstanceUid,
    string State,
    string? RuleId,
    string? Reason,
    string? StudyInstanceUid,
    string? SeriesInstanceUid,
    string CallingAeTitle,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DecidedAt,
    DateTimeOffset? RemovedAt);
