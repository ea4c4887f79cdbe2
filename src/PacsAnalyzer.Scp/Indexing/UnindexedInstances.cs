using System.Collections.Concurrent;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Indexing;

/// <summary>Acknowledged instances that the database does not know yet: the ledger counts them as waiting.</summary>
public sealed class UnindexedInstances
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => entries.Count;

    /// <summary>Adds an instance before it is acknowledged.</summary>
    public void Add(SpooledInstance instance) =>
        entries[instance.Path] = new Entry(instance.Header.SopInstanceUid, instance.Header.SeriesInstanceUid, instance.CallingAeTitle, instance.ReceivedAt);

    /// <summary>Takes an instance out once the database has it.</summary>
    public void Remove(string path) => entries.TryRemove(path, out _);

    /// <summary>The instance with this UID that waits for the index, or null.</summary>
    public Entry? Find(string sopInstanceUid) => entries.Values.FirstOrDefault(e => e.SopInstanceUid == sopInstanceUid);

    /// <summary>Distinct SOP Instance UIDs.</summary>
    public IReadOnlyCollection<string> Uids() => entries.Values.Select(e => e.SopInstanceUid).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is known of an instance before it is indexed.</summary>
    /// <param name="SopInstanceUid">SOP Instance UID.</param>
    /// <param name="SeriesInstanceUid">Series Instance UID.</param>
    /// <param name="CallingAeTitle">Who sent it.</param>
    /// <param name="ReceivedAt">When.</param>
    public sealed record Entry(string SopInstanceUid, string SeriesInstanceUid, string CallingAeTitle, DateTimeOffset ReceivedAt);
}
