namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>How jobs are leased.</summary>
/// <param name="Owner">Node and process that asks.</param>
/// <param name="Lease">How long it has the job without a heartbeat.</param>
public sealed record JobLeaseOptions(string Owner, TimeSpan Lease)
{
    /// <summary>Default of <see cref="MaximumCrashes"/>.</summary>
    public const int DefaultMaximumCrashes = 3;

    /// <summary>A job whose worker vanished this often is parked.</summary>
    public int MaximumCrashes { get; init; } = DefaultMaximumCrashes;

    /// <summary>Only jobs of these pipelines; empty for all.</summary>
    public IReadOnlyList<string> Pipelines { get; init; } = [];
}
