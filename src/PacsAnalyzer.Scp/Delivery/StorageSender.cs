using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Analysis;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Delivery;

/// <summary>C-STORE SCU for stored objects: the bytes on disk are sent unchanged, however often.</summary>
internal sealed class StorageSender(NodeConfiguration configuration, ResultFolder results, TimeProvider time) : IReportSender
{
    /// <summary>0111, duplicate SOP instance (PS3.7 annex C.5).</summary>
    private const ushort DuplicateSopInstance = 0x0111;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(RemoteAe destination, IReadOnlyList<DeliveryObject> objects, Func<DeliveryObject, Task> accepted, CancellationToken cancellationToken)
    {
        if (objects.Count == 0)
        {
            return new SendOutcome(SendResult.Accepted, Reached: true, null, "Nothing that this destination takes");
        }

        try
        {
            var proposals = new ContextProposals();
            foreach (DeliveryObject o in objects)
            {
                proposals.Add(o.SopClassUid, Part10Header.Read(results.Absolute(o.FilePath)).TransferSyntaxUid);
            }

            await using DicomAssociation association = await DicomAssociation.RequestAsync(Options(destination), proposals.Contexts, cancellationToken);
            foreach (DeliveryObject o in objects)
            {
                DicomStatus status = await association.StoreAsync(results.Absolute(o.FilePath), null, cancellationToken);
                // A derived UID always names the same bytes: a peer that has them already has what we send.
                if (!status.IsAccepted && status.Code != DuplicateSopInstance)
                {
                    return new SendOutcome(RetryPolicy.MayChange(status) ? SendResult.Transient : SendResult.Refused, Reached: true, status.Code, status.ToString());
                }

                await accepted(o);
            }

            await association.ReleaseAsync(cancellationToken);
            return new SendOutcome(SendResult.Accepted, Reached: true, 0, null);
        }
        catch (DicomNetworkException e)
        {
            // A peer that has not listed this node yet, or has no certificate of it, can be put right: tried again until it is given up.
            // What a peer's software does not take will not change.
            bool reached = e.Failure is NetworkFailure.NoUsableContext;
            return new SendOutcome(reached ? SendResult.Refused : SendResult.Transient, reached, null, e.Message);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new SendOutcome(SendResult.Transient, Reached: true, null, $"A stored object cannot be read: {e.Message}");
        }
    }

    private DicomAssociationOptions Options(RemoteAe destination) => new()
    {
        Host = destination.CallHost ?? "",
        Port = destination.Port,
        CalledAeTitle = destination.AeTitle,
        CallingAeTitle = configuration.Options.Node.AeTitle,
        Tls = destination.Tls ? Associations.TlsSetup.Caller(configuration.Options.Tls) : null,
        Time = time,
    };
}
