namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>Where the private cluster lives.</summary>
/// <param name="DataDirectory">The node's data folder; the cluster is its subfolder <c>postgres</c>.</param>
public sealed record PrivateClusterOptions(string DataDirectory)
{
    /// <summary>
    /// Short folder for the socket; null for <c>$RUNTIME_DIRECTORY</c> (systemd), else a folder of its own under <c>/run/pacs-analyzer</c>
    /// (root), <c>$XDG_RUNTIME_DIR</c> or <c>/tmp</c>.
    /// </summary>
    public string? RuntimeDirectory { get; init; }

    /// <summary>Folder with initdb and pg_ctl; null to look for it.</summary>
    public string? BinDirectory { get; init; }

    /// <summary>Called for each event, from any thread; it must not throw.</summary>
    public Action<ClusterEvent>? OnEvent { get; init; }

    /// <summary>Longest wait for the server, crash recovery included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
