namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>The right to send a delivery, until the lease ends.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Objects">All its objects in order; those with <see cref="DeliveryObject.AcceptedAt"/> need not be sent again.</param>
/// <param name="Owner">Who leased it.</param>
/// <param name="Token">Attempt number; a delivery taken over has another.</param>
public sealed record DeliveryLease(DeliveryRecord Delivery, IReadOnlyList<DeliveryObject> Objects, string Owner, int Token);
