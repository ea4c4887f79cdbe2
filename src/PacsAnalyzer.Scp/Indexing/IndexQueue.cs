using System.Threading.Channels;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Indexing;

/// <summary>From the associations to the indexer. When the database is away for long the queue does not grow for ever: what does not fit is
/// found again in the spool.</summary>
public sealed class IndexQueue(UnindexedInstances unindexed)
{
    /// <summary>Headers kept in memory at most.</summary>
    public const int Capacity = 20_000;

    private readonly Channel<SpooledInstance> channel = Channel.CreateBounded<SpooledInstance>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private int overflow;

    /// <summary>Reading end.</summary>
    public ChannelReader<SpooledInstance> Reader => channel.Reader;

    /// <summary>Hands an acknowledged instance on; never waits.</summary>
    public void Add(SpooledInstance instance)
    {
        unindexed.Add(instance);
        if (!channel.Writer.TryWrite(instance))
        {
            Volatile.Write(ref overflow, 1);
        }
    }

    /// <summary>Whether something did not fit since the last call, so that the spool has to be searched.</summary>
    public bool TakeOverflow() => Interlocked.Exchange(ref overflow, 0) == 1;

    /// <summary>Asks for a search of the spool.</summary>
    public void RequestSearch() => Volatile.Write(ref overflow, 1);
}
