namespace PacsAnalyzer.Persistence.Nodes;

/// <summary>The nodes on this database. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface INodeStore
{
    /// <summary>
    /// Announces a started node. Leases of an earlier process under the same <paramref name="nodeId"/> end at once (it is dead), so that
    /// its work is taken over without waiting; for jobs that counts as a crash when they are leased again.
    /// </summary>
    /// <param name="nodeId">Lasting name of this node.</param>
    /// <param name="owner">Unique name of this process; the owner in every lease.</param>
    /// <param name="hostName">Machine.</param>
    /// <param name="version">Program version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many leases ended.</returns>
    Task<int> RegisterAsync(string nodeId, string owner, string hostName, string version, CancellationToken cancellationToken);

    /// <summary>A sign of life.</summary>
    Task HeartbeatAsync(string nodeId, CancellationToken cancellationToken);

    /// <summary>A clean stop: leases still held go back to the queue and do not count as crashes.</summary>
    Task SignOffAsync(string nodeId, CancellationToken cancellationToken);

    /// <summary>All nodes, last sign of life first.</summary>
    Task<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken);
}
