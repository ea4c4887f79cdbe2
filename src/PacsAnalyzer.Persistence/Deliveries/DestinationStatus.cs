namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>What waits for a destination.</summary>
/// <param name="Destination">Name of the remote AE.</param>
/// <param name="Waiting">Deliveries pending or being sent.</param>
/// <param name="Held">Deliveries held.</param>
/// <param name="NextDueAt">When the next one may be leased (in the future or not); null when none waits.</param>
/// <param name="OldestCreatedAt">Age of the oldest one that waits; null when none.</param>
public sealed record DestinationStatus(string Destination, int Waiting, int Held, DateTimeOffset? NextDueAt, DateTimeOffset? OldestCreatedAt);
