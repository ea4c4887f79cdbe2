using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Hosting;

/// <summary>Who this process is among the nodes of one database.</summary>
internal sealed class NodeIdentity
{
    /// <summary>Creates the identity of this process.</summary>
    public NodeIdentity(NodeConfiguration configuration)
    {
        NodeId = $"{Environment.MachineName}/{configuration.Options.Node.AeTitle}";
        Owner = $"{NodeId}/{Environment.ProcessId}";
    }

    /// <summary>The node: the same after a restart.</summary>
    public string NodeId { get; }

    /// <summary>The process: what leases are held by.</summary>
    public string Owner { get; }
}
