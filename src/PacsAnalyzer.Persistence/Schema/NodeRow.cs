namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>nodes</c>.</summary>
internal sealed class NodeRow
{
    public string NodeId { get; set; } = "";

    public string Owner { get; set; } = "";

    public string HostName { get; set; } = "";

    public string Version { get; set; } = "";

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset HeartbeatAt { get; set; }
}
