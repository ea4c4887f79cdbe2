namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>The outbox. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface IDeliveryStore
{
    /// <summary>What waits for each destination; the sender's work list.</summary>
    Task<IReadOnlyList<DestinationStatus>> DestinationsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Leases due deliveries of one destination in order. Within a study a delivery waits for the earlier ones to the same destination;
    /// studies and destinations never wait for each other. One whose lease has ended is taken over.
    /// </summary>
    Task<IReadOnlyList<DeliveryLease>> LeaseDueAsync(string destination, string owner, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>Prolongs a lease; false when it was lost.</summary>
    Task<bool> ExtendAsync(DeliveryLease lease, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Remembers at once that the peer accepted an object, so that a crash does not send it again; false when the lease was lost.</summary>
    Task<bool> RecordAcceptedAsync(DeliveryLease lease, string sopInstanceUid, CancellationToken cancellationToken);

    /// <summary>
    /// Records the outcome of an attempt; returns the delivery as it stands then, null when the lease was lost. What was superseded
    /// meanwhile is not tried again.
    /// </summary>
    Task<DeliveryRecord?> RecordAsync(DeliveryLease lease, DeliveryAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Raises the proof of an accepted delivery (commitment that came later); false when it was not accepted.</summary>
    Task<bool> RecordProofAsync(long deliveryId, ProofState proof, CancellationToken cancellationToken);

    /// <summary>Puts a delivery back into the queue at once with fresh counts: pending, refused, given up, cancelled by hand; with <paramref name="sendAll"/> every object is sent again. False when it is being sent, is held, was accepted (unless <paramref name="sendAll"/>) or is superseded.</summary>
    Task<bool> RetryAsync(long deliveryId, bool sendAll, CancellationToken cancellationToken);

    /// <summary>Retries every refused or given-up delivery of a destination; how many.</summary>
    Task<int> RetryDestinationAsync(string destination, CancellationToken cancellationToken);

    /// <summary>Holds a pending delivery; false in any other state.</summary>
    Task<bool> HoldAsync(long deliveryId, string reason, CancellationToken cancellationToken);

    /// <summary>Releases a held delivery; false when it is not held or its study is on hold.</summary>
    Task<bool> ReleaseAsync(long deliveryId, CancellationToken cancellationToken);

    /// <summary>Cancels a pending or held delivery; false in any other state.</summary>
    Task<bool> CancelAsync(long deliveryId, string reason, CancellationToken cancellationToken);

    /// <summary>The delivery with its objects, or null.</summary>
    Task<DeliveryDetail?> GetAsync(long deliveryId, CancellationToken cancellationToken);

    /// <summary>Deliveries, latest first.</summary>
    Task<PageOf<DeliveryRecord>> ListAsync(DeliveryFilter filter, Page page, CancellationToken cancellationToken);

    /// <summary>How many deliveries are in each state; states without one are there with 0.</summary>
    Task<IReadOnlyDictionary<DeliveryState, int>> CountsAsync(CancellationToken cancellationToken);
}
