namespace PacsAnalyzer.Persistence.Nodes;

/// <summary>A node that works on this database.</summary>
/// <param name="NodeId">Its lasting name.</param>
/// <param name="Owner">The running process: what leases name.</param>
/// <param name="HostName">Machine.</param>
/// <param name="Version">Program version.</param>
/// <param name="StartedAt">Start of the process.</param>
/// <param name="HeartbeatAt">Last sign of life.</param>
public sealed record NodeRecord(string NodeId, string Owner, string HostName, string Version, DateTimeOffset StartedAt, DateTimeOffset HeartbeatAt);
