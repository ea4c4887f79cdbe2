using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Audit;

internal sealed class AuditStore(DbSession session) : IAuditStore
{
    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                AuditWriter.Add(db, entry, session.Now);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    public Task<PageOf<AuditRecord>> ListAsync(AuditFilter filter, Page page, CancellationToken cancellationToken) =>
        session.ReadAsync(
            db =>
            {
                IQueryable<AuditRow> rows = db.Audit;
                if (filter.Actor is { } actor)
                {
                    rows = rows.Where(a => a.Actor == actor);
                }

                if (filter.Action is { } action)
                {
                    rows = rows.Where(a => a.Action == action);
                }

                if (filter.Subject is { } subject)
                {
                    rows = rows.Where(a => a.Subject == subject);
                }

                if (filter.Since?.ToUniversalTime() is { } since)
                {
                    rows = rows.Where(a => a.At >= since);
                }

                if (filter.Until?.ToUniversalTime() is { } until)
                {
                    rows = rows.Where(a => a.At < until);
                }

                return rows.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).PageAsync(page, ToRecord, cancellationToken);
            },
            cancellationToken);

    private static AuditRecord ToRecord(AuditRow a) =>
        new(a.Id, a.At, new AuditEntry(a.Actor, a.Origin, a.Action, a.Subject, a.Succeeded, a.Detail));
}
