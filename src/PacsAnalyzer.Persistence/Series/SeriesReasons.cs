namespace PacsAnalyzer.Persistence.Series;

/// <summary>Reasons that the stores write into the ledger themselves.</summary>
public static class SeriesReasons
{
    /// <summary>Every node that tried to assemble the series vanished.</summary>
    public const string AssemblyCrashed = "ASSEMBLY_CRASHED";

    /// <summary>Every worker that tried to analyse the series vanished.</summary>
    public const string WorkerCrashed = "WORKER_CRASHED";

    /// <summary>An operator cancelled the job.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Removed for good on request.</summary>
    public const string Purged = "PURGED";
}
