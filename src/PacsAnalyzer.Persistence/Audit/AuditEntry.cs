namespace PacsAnalyzer.Persistence.Audit;

/// <summary>Who did what, to be recorded.</summary>
/// <param name="Actor">User, API token name, AE title or <c>system</c>.</param>
/// <param name="Origin">Address that it came from; empty for none.</param>
/// <param name="Action">Verb, <c>study.view</c>, <c>job.retry</c>.</param>
/// <param name="Subject">What was touched: a row or UID.</param>
/// <param name="Succeeded">Whether it was allowed and done.</param>
/// <param name="DetailJson">More, a JSON document; null for none.</param>
public sealed record AuditEntry(string Actor, string Origin, string Action, string Subject, bool Succeeded = true, string? DetailJson = null);
