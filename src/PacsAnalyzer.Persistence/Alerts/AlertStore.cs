using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Alerts;

internal sealed class AlertStore(DbSession session) : IAlertStore
{
    public Task RaiseAsync(string code, string subject, AlertSeverity severity, string text, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                await AlertWriter.RaiseAsync(db, code, subject, severity, text, session.Now, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<PageOf<AlertRecord>> ListAsync(bool includeAcknowledged, Page page, CancellationToken cancellationToken) =>
        session.ReadAsync(
            db => db.Alerts
                .Where(a => includeAcknowledged || a.AcknowledgedAt == null)
                .OrderByDescending(a => a.LastAt).ThenByDescending(a => a.Id)
                .PageAsync(page, ToRecord, cancellationToken),
            cancellationToken);

    public Task<bool> AcknowledgeAsync(long id, string actor, CancellationToken cancellationToken)
    {
        DateTimeOffset now = session.Now;
        string who = PlainText.Clean(actor);
        return session.RunAsync(
            async db => await db.Alerts
                .Where(a => a.Id == id && a.AcknowledgedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.AcknowledgedAt, now).SetProperty(a => a.AcknowledgedBy, who), cancellationToken) > 0,
            cancellationToken);
    }

    private static AlertRecord ToRecord(AlertRow a) => new(
        a.Id, a.Code, a.Subject, a.Severity, a.Text, a.Count, a.FirstAt, a.LastAt, a.AcknowledgedAt, a.AcknowledgedBy);
}
