using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>Changes of a locked delivery row.</summary>
internal static class DeliveryChanges
{
    /// <summary>Reason of a delivery whose result was replaced.</summary>
    public const string Superseded = "SUPERSEDED";

    /// <summary>Whether the lease still stands: nobody took the delivery over. A lease that ended and was not taken over stands.</summary>
    public static bool Stands(DeliveryRow? row, DeliveryLease lease) =>
        row is { State: DeliveryState.Sending } && row.LeaseToken == lease.Token && row.LeaseOwner == lease.Owner;

    public static void End(DeliveryRow row, DeliveryState state, DateTimeOffset now)
    {
        row.State = state;
        row.LeaseUntil = null;
        row.FinishedAt = now;
    }

    /// <summary>Back into the queue, unless it was superseded or its study is on hold.</summary>
    public static void Requeue(DeliveryRow row, string? studyHoldCode, DateTimeOffset at, DateTimeOffset now)
    {
        row.LeaseUntil = null;
        row.NextAttemptAt = at;
        if (row.Superseded)
        {
            row.HoldReason = Superseded;
            End(row, DeliveryState.Cancelled, now);
            return;
        }

        row.State = studyHoldCode is null ? DeliveryState.Pending : DeliveryState.Held;
        row.HeldByStudy = studyHoldCode is not null;
        row.HoldReason = studyHoldCode;
        row.FinishedAt = null;
    }

    /// <summary>Whether an operator may put it back into the queue.</summary>
    public static bool MayRetry(DeliveryRow row, bool sendAll) => !row.Superseded && row.State switch
    {
        DeliveryState.Pending or DeliveryState.RefusedByPeer or DeliveryState.GivenUp or DeliveryState.Cancelled => true,
        DeliveryState.Delivered or DeliveryState.Unproven => sendAll,
        _ => false,
    };
}
