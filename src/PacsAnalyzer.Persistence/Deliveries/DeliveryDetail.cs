namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>A delivery with its objects.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Objects">Its objects in order.</param>
public sealed record DeliveryDetail(DeliveryRecord Delivery, IReadOnlyList<DeliveryObject> Objects);
