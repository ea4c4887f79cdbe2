namespace PacsAnalyzer.Persistence.Audit;

/// <summary>A recorded action.</summary>
/// <param name="Id">Row.</param>
/// <param name="At">When.</param>
/// <param name="Entry">Who did what.</param>
public sealed record AuditRecord(long Id, DateTimeOffset At, AuditEntry Entry);
