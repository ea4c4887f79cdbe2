namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>Something that happened to the private cluster.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">For the log, in English.</param>
public sealed record ClusterEvent(ClusterEventKind Kind, string Text)
{
    /// <summary>Whether it is trouble rather than course.</summary>
    public bool IsTrouble => Kind is ClusterEventKind.Died or ClusterEventKind.RestartFailed;
}
