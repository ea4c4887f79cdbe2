namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>Whether a worker may go on.</summary>
public enum HeartbeatAnswer
{
    /// <summary>The lease is prolonged.</summary>
    Kept,

    /// <summary>Another worker has the job: stop.</summary>
    Lost,

    /// <summary>The job was cancelled or superseded: stop.</summary>
    Withdrawn,
}
