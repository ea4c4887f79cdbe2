namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>What became of a job's completion.</summary>
public enum CompletionKind
{
    /// <summary>Stored.</summary>
    Completed,

    /// <summary>The job was done before; nothing was changed.</summary>
    AlreadyDone,

    /// <summary>Another worker has the job; nothing was changed.</summary>
    LeaseLost,

    /// <summary>The job was cancelled, parked or superseded; nothing was changed.</summary>
    Withdrawn,
}
