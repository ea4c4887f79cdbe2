using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Scp.Hosting;
using PacsAnalyzer.Scp.Indexing;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Ledger;

/// <summary>The account of every acknowledged instance: the database's rows, and what only the spool knows yet.</summary>
internal sealed class LedgerReader(ILedgerStore store, UnindexedInstances unindexed, SpoolCatalog catalog, DatabaseGate gate, TimeProvider time)
{
    /// <summary>Counts; the states add up to the acknowledged ones. Compares the index with the files on disk.</summary>
    /// <exception cref="DatabaseUnavailableException">The database is away.</exception>
    public async Task<LedgerSummary> SummariseAsync(CancellationToken cancellationToken)
    {
        RequireDatabase();

        // What arrives after this moment may be in the index and not yet in the listing. What only the spool knows is in the listing: a file has
        // its name before its sender hears Success.
        DateTimeOffset listedAt = time.GetUtcNow();
        LedgerReconciliation reconciliation = await store.ReconcileAsync(catalog.Uids(), listedAt, cancellationToken);
        LedgerCounts counts = reconciliation.Counts;
        return new LedgerSummary(
            counts.Acknowledged, counts.Analysed, counts.Excluded, counts.Failed, counts.Waiting, counts.Unaccounted, reconciliation.Missing);
    }

    /// <summary>What is known of one instance; null when it was never acknowledged.</summary>
    /// <exception cref="DatabaseUnavailableException">The database is away and the instance is not among those that wait.</exception>
    public async Task<LedgerLine?> FindAsync(string sopInstanceUid, CancellationToken cancellationToken)
    {
        if (unindexed.Find(sopInstanceUid) is { } entry)
        {
            return new LedgerLine(entry.SopInstanceUid, LedgerState.Waiting.ToString(), null, "in the spool, not indexed yet", null, entry.SeriesInstanceUid, entry.CallingAeTitle, entry.ReceivedAt, null, null);
        }

        RequireDatabase();
        return await store.FindAsync(sopInstanceUid, cancellationToken) is { } row
            ? new LedgerLine(row.SopInstanceUid, row.State.ToString(), row.RuleId, row.Reason, row.StudyInstanceUid, row.SeriesInstanceUid, row.CallingAeTitle, row.ReceivedAt, row.DecidedAt, row.RemovedAt)
            : null;
    }

    private void RequireDatabase()
    {
        if (!gate.IsOpen)
        {
            throw new DatabaseUnavailableException("The database has not answered yet; instances are accepted meanwhile.");
        }
    }
}
