namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its turn, or for its next attempt.</summary>
    Pending,

    /// <summary>A node sends it, until its lease ends.</summary>
    Sending,

    /// <summary>Accepted by the peer and proven.</summary>
    Delivered,

    /// <summary>Accepted by the peer with success status, not proven.</summary>
    Unproven,

    /// <summary>The peer will not take it; its words are kept.</summary>
    RefusedByPeer,

    /// <summary>Tried for as long as configured.</summary>
    GivenUp,

    /// <summary>Held back until an operator decides.</summary>
    Held,

    /// <summary>Not sent any more: superseded or cancelled.</summary>
    Cancelled,
}
