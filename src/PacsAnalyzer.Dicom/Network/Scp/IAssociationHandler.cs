namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// What the application does with one connection. Calls come one after another, never in parallel, for one connection.
/// Exceptions become statuses by <see cref="StatusOfException"/>; an exception of <see cref="Decide"/> rejects transiently.
/// </summary>
public interface IAssociationHandler
{
    /// <summary>Accepts or rejects. <see cref="Negotiator.Negotiate"/> does the work once the caller's policy is chosen.</summary>
    AssociationDecision Decide(AssociateRequest request, RemotePeer peer);

    /// <summary>Answers a C-ECHO.</summary>
    Task<DicomStatus> OnEchoAsync(AssociationInfo association, CancellationToken cancellationToken);

    /// <summary>Begins a C-STORE. To refuse it, return a <see cref="RefusingSink"/>.</summary>
    ValueTask<IStoreSink> BeginStoreAsync(StoreRequest request, AssociationInfo association, CancellationToken cancellationToken);

    /// <summary>The association is over, however it ended. Called once if it was accepted.</summary>
    void OnClosed(AssociationInfo association, ConnectionEnd end)
    {
    }
}
