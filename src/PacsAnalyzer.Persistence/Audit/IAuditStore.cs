namespace PacsAnalyzer.Persistence.Audit;

/// <summary>The audit trail; rows are added, never changed. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface IAuditStore
{
    /// <summary>Adds an entry.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Entries, latest first.</summary>
    Task<PageOf<AuditRecord>> ListAsync(AuditFilter filter, Page page, CancellationToken cancellationToken);
}
