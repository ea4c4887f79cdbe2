namespace PacsAnalyzer.Persistence.Series;

/// <summary>Where a series stands.</summary>
public enum SeriesState
{
    /// <summary>Instances arrive, or it waits for its assembly.</summary>
    Receiving,

    /// <summary>Routed to a pipeline: a job is there.</summary>
    Queued,

    /// <summary>A result is stored.</summary>
    Analysed,

    /// <summary>Left out by a routing rule.</summary>
    Excluded,

    /// <summary>Assembly or analysis failed for good.</summary>
    Failed,
}
