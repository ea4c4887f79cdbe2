namespace PacsAnalyzer.Persistence.Results;

/// <summary>Where objects of a result go.</summary>
/// <param name="Destination">Name of the remote AE.</param>
/// <param name="SopInstanceUids">Which objects, in the order in which they are sent; a subset of the result's.</param>
public sealed record NewDelivery(string Destination, IReadOnlyList<string> SopInstanceUids)
{
    /// <summary>Reason to create it held (an object that the outgoing gate refused); null to send it.</summary>
    public string? HoldReason { get; init; }
}
