namespace PacsAnalyzer.Persistence.Ledger;

/// <summary>The account of one acknowledged instance.</summary>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="StudyInstanceUid">Study Instance UID; null when it could not be read.</param>
/// <param name="SeriesInstanceUid">Series Instance UID; null when it could not be read.</param>
/// <param name="State">What became of it.</param>
/// <param name="RuleId">Rule or reason code of that.</param>
/// <param name="Reason">The same for people.</param>
/// <param name="CallingAeTitle">Who sent it.</param>
/// <param name="CalledAeTitle">To which title.</param>
/// <param name="RemoteAddress">From where.</param>
/// <param name="ReceivedAt">When it was acknowledged first.</param>
/// <param name="DecidedAt">When it left the waiting state.</param>
/// <param name="RemovedAt">When retention removed the file; it stays counted.</param>
public sealed record LedgerEntry(
    string SopInstanceUid,
    string? StudyInstanceUid,
    string? SeriesInstanceUid,
    LedgerState State,
    string? RuleId,
    string? Reason,
    string CallingAeTitle,
    string CalledAeTitle,
    string RemoteAddress,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DecidedAt,
    DateTimeOffset? RemovedAt);
