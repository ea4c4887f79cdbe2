namespace PacsAnalyzer.Persistence.Instances;

/// <summary>The index of the spool. Every operation throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface IInstanceIndex
{
    /// <summary>
    /// Indexes acknowledged instances in one transaction: study, series, instance and ledger row. Idempotent; may be called for instances
    /// that were indexed before, by any node. A contradiction of patients puts the study on hold in the same transaction: its undelivered
    /// deliveries are held and the operator is told.
    /// </summary>
    /// <param name="arrivals">At best a few hundred; the same SOP Instance UID may occur more than once.</param>
    /// <param name="cancellationToken">Gives up; nothing is changed.</param>
    /// <returns>One entry an arrival, in the order given.</returns>
    Task<IReadOnlyList<IndexedInstance>> IndexAsync(IReadOnlyList<InstanceArrival> arrivals, CancellationToken cancellationToken);

    /// <summary>The instance, or null.</summary>
    Task<InstanceRecord?> FindAsync(string sopInstanceUid, CancellationToken cancellationToken);

    /// <summary>
    /// Points the index to another file with the same bytes (the first one is gone, the instance was sent again); false when the instance
    /// is not known with that content.
    /// </summary>
    Task<bool> RelocateAsync(string sopInstanceUid, string contentHash, string filePath, CancellationToken cancellationToken);

    /// <summary>The instances of a series in order of SOP Instance UID, removed ones left out.</summary>
    /// <param name="seriesId">Row of the series.</param>
    /// <param name="revision">Only what had arrived with this revision or before; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<InstanceRecord>> ListOfSeriesAsync(long seriesId, int? revision, CancellationToken cancellationToken);

    /// <summary>Those of <paramref name="files"/> (paths relative to the spool) that no instance and no conflict points to: what a start has to index.</summary>
    Task<IReadOnlyList<string>> UnknownFilesAsync(IReadOnlyCollection<string> files, CancellationToken cancellationToken);

    /// <summary>Recorded conflicts, latest first.</summary>
    Task<PageOf<ConflictRecord>> ListConflictsAsync(Page page, CancellationToken cancellationToken);
}
