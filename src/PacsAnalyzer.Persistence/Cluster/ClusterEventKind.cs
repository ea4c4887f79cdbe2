namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>What happened to the private cluster.</summary>
public enum ClusterEventKind
{
    /// <summary>A new cluster was made.</summary>
    Created,

    /// <summary>The server was started.</summary>
    Started,

    /// <summary>A server that an earlier process had left running was taken over.</summary>
    Adopted,

    /// <summary>The server died.</summary>
    Died,

    /// <summary>It was started again after that.</summary>
    Restarted,

    /// <summary>It could not be started again; it is tried again.</summary>
    RestartFailed,

    /// <summary>The server was stopped.</summary>
    Stopped,

    /// <summary>The data lies elsewhere, because its folder is closed to the server's user.</summary>
    Relocated,
}
