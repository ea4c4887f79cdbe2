namespace PacsAnalyzer.Persistence.Alerts;

/// <summary>Something an operator should know.</summary>
/// <param name="Id">Row.</param>
/// <param name="Code">Kind.</param>
/// <param name="Subject">What it is about: a UID, row or destination; no patient data.</param>
/// <param name="Severity">How urgent.</param>
/// <param name="Text">For people; no patient data.</param>
/// <param name="Count">How often it was raised.</param>
/// <param name="FirstAt">First time.</param>
/// <param name="LastAt">Last time.</param>
/// <param name="AcknowledgedAt">When an operator acknowledged it; null while open.</param>
/// <param name="AcknowledgedBy">Who.</param>
public sealed record AlertRecord(
    long Id,
    string Code,
    string Subject,
    AlertSeverity Severity,
    string Text,
    long Count,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    DateTimeOffset? AcknowledgedAt,
    string? AcknowledgedBy);
