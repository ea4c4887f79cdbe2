using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Audit;

/// <summary>Adds audit entries inside the transaction of what they are about.</summary>
internal static class AuditWriter
{
    public static void Add(NodeDbContext db, AuditEntry entry, DateTimeOffset now) => db.Audit.Add(new AuditRow
    {
        At = now,
        Actor = PlainText.Clean(entry.Actor),
        Origin = PlainText.Clean(entry.Origin),
        Action = PlainText.Clean(entry.Action),
        Subject = PlainText.Clean(entry.Subject),
        Succeeded = entry.Succeeded,
        Detail = entry.DetailJson is null ? null : PlainText.Json(entry.DetailJson),
    });
}
