using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Alerts;

/// <summary>Raises alerts inside the transaction of what they are about.</summary>
internal static class AlertWriter
{
    public static Task RaiseAsync(
        NodeDbContext db, string code, string subject, AlertSeverity severity, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        code = PlainText.Clean(code, 64);
        subject = PlainText.Clean(subject);
        text = PlainText.Clean(text, PlainText.Long);
        string level = severity.ToString();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO alerts (code, subject, severity, text, count, first_at, last_at)
            VALUES ({code}, {subject}, {level}, {text}, 1, {now}, {now})
            ON CONFLICT (code, subject) DO UPDATE SET severity = excluded.severity, text = excluded.text, count = alerts.count + 1,
                last_at = excluded.last_at, acknowledged_at = NULL, acknowledged_by = NULL
            """,
            cancellationToken);
    }
}
