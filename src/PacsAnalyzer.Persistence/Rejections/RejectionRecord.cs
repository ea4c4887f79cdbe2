namespace PacsAnalyzer.Persistence.Rejections;

/// <summary>Callers that were not let in, one row for each distinct attempt.</summary>
/// <param name="Id">Row.</param>
/// <param name="CallingAeTitle">Title that the caller gave.</param>
/// <param name="CalledAeTitle">Title that it called.</param>
/// <param name="RemoteAddress">Where it came from.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Count">How often.</param>
/// <param name="FirstSeenAt">First time.</param>
/// <param name="LastSeenAt">Last time.</param>
/// <param name="DismissedAt">When an operator put it aside; a later attempt brings it back.</param>
public sealed record RejectionRecord(
    long Id,
    string CallingAeTitle,
    string CalledAeTitle,
    string RemoteAddress,
    string Reason,
    long Count,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt,
    DateTimeOffset? DismissedAt);
