using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Scp.AeTitles;

namespace PacsAnalyzer.Scp.Delivery;

/// <summary>Sends stored objects to a peer.</summary>
internal interface IReportSender
{
    /// <summary>Sends what the peer has not accepted yet, in order.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="objects">Objects of one delivery.</param>
    /// <param name="accepted">Called after each object that the peer accepted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The outcome; expected failures are values.</returns>
    Task<SendOutcome> SendAsync(RemoteAe destination, IReadOnlyList<DeliveryObject> objects, Func<DeliveryObject, Task> accepted, CancellationToken cancellationToken);
}
