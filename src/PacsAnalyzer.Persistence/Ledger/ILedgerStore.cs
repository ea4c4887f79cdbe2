namespace PacsAnalyzer.Persistence.Ledger;

/// <summary>One row an acknowledged instance, for ever. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface ILedgerStore
{
    /// <summary>The sums, without looking at the spool: unaccounted are those without an index row.</summary>
    Task<LedgerCounts> CountsAsync(CancellationToken cancellationToken);

    /// <summary>The sums compared with what lies in the spool now.</summary>
    /// <param name="spooledSopInstanceUids">SOP Instance UIDs of every file in the spool.</param>
    /// <param name="listedAt">When the listing of the spool began: what was acknowledged since is not missed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<LedgerReconciliation> ReconcileAsync(IReadOnlyCollection<string> spooledSopInstanceUids, DateTimeOffset listedAt, CancellationToken cancellationToken);

    /// <summary>The entry, or null when it was never acknowledged (or lies in the spool alone).</summary>
    Task<LedgerEntry?> FindAsync(string sopInstanceUid, CancellationToken cancellationToken);

    /// <summary>Entries, latest first.</summary>
    Task<PageOf<LedgerEntry>> ListAsync(LedgerFilter filter, Page page, CancellationToken cancellationToken);

    /// <summary>Records an instance that cannot be indexed as failed; harmless when repeated, and never undoes a decision on a good one.</summary>
    Task RecordUnindexedAsync(UnindexedInstance instance, CancellationToken cancellationToken);
}
