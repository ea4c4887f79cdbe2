namespace PacsAnalyzer.Persistence.Retention;

/// <summary>What a purge took out of the database; the files are the caller's to delete.</summary>
/// <param name="Studies">Studies removed.</param>
/// <param name="Instances">Instances removed; their ledger rows stay counted as removed.</param>
/// <param name="SpoolFiles">Files relative to the spool.</param>
/// <param name="StoreFiles">Files relative to the store of report objects.</param>
public sealed record PurgedPatient(int Studies, int Instances, IReadOnlyList<string> SpoolFiles, IReadOnlyList<string> StoreFiles);
