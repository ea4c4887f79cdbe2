namespace PacsAnalyzer.Persistence.Retention;

/// <summary>What may leave the disk. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface IRetentionStore
{
    /// <summary>
    /// Instances of studies that received nothing since <paramref name="before"/>, are decided altogether, are not on hold and have no
    /// delivery left to send; the longest kept first. Mark them removed first, then delete the files: a crash between leaves a file that
    /// the next start indexes again, never an account without a file.
    /// </summary>
    Task<IReadOnlyList<RemovableInstance>> ListRemovableAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>Marks instances removed, in index and ledger; they stay counted. Returns how many were marked now.</summary>
    Task<int> MarkRemovedAsync(IReadOnlyCollection<string> sopInstanceUids, CancellationToken cancellationToken);

    /// <summary>Report objects stored before then with no delivery left to send.</summary>
    Task<IReadOnlyList<RemovableObject>> ListRemovableObjectsAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>Marks report objects removed.</summary>
    Task<int> MarkObjectsRemovedAsync(IReadOnlyCollection<string> sopInstanceUids, CancellationToken cancellationToken);

    /// <summary>
    /// Takes all studies of a patient out of the database: demographics, series, instances, jobs, results, deliveries. Ledger rows stay,
    /// without study and series, counted and marked removed with the rule PURGED. Recorded in the audit trail without patient data.
    /// </summary>
    /// <param name="patientId">Patient ID (0010,0020).</param>
    /// <param name="issuerOfPatientId">Issuer; null purges every issuer's.</param>
    /// <param name="actor">Who asked.</param>
    /// <param name="cancellationToken">Gives up; nothing is changed.</param>
    Task<PurgedPatient> PurgePatientAsync(string patientId, string? issuerOfPatientId, string actor, CancellationToken cancellationToken);

    /// <summary>Deletes audit entries, acknowledged alerts and dismissed rejections older than then; how many.</summary>
    Task<int> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
