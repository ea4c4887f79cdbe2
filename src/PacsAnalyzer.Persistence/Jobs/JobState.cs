namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for a worker, or for its next attempt.</summary>
    Pending,

    /// <summary>A worker has it, until its lease ends.</summary>
    Leased,

    /// <summary>Its result is stored.</summary>
    Done,

    /// <summary>Failed for good, with a reason.</summary>
    Failed,

    /// <summary>Its worker died too often: taken out of the queue.</summary>
    Parked,

    /// <summary>Cancelled by an operator.</summary>
    Cancelled,

    /// <summary>A job for newer content of the same series took its place.</summary>
    Superseded,
}
