using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Analysis;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Delivery;

/// <summary>C-STORE SCU for stored objects: the bytes on disk are sent unchanged, however often.</summary>
internal sealed class StorageSender(NodeConfiguration configuration, ResultFolder results, TimeProvider time) : IReportSender
{
    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(RemoteAe destination, IReadOnlyList<DeliveryObject> objects, Func<DeliveryObject, Task> accepted, CancellationToken cancellationToken)
    {
        if (objects.Count == 0)
        {
            return new SendOutcome(SendResult.Accepted, Reached: true, null, "Nothing that this destination takes");
        }

        var proposals = new ContextProposals();
        foreach (DeliveryObject o in objects)
        {
            proposals.Add(o.SopClassUid, Part10Header.Read(results.Absolute(o.FilePath)).TransferSyntaxUid);
        }

        try
        {
            await using DicomAssociation association = await DicomAssociation.RequestAsync(Options(destination), proposals.Contexts, cancellationToken);
            foreach (DeliveryObject o in objects)
            {
                DicomStatus status = await association.StoreAsync(results.Absolute(o.FilePath), null, cancellationToken);
                if (!status.IsAccepted)
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
            bool reached = e.Failure is NetworkFailure.NoUsableContext;
            return new SendOutcome(e.IsTransient ? SendResult.Transient : SendResult.Refused, reached, null, e.Message);
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
