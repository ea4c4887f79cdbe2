using Microsoft.Extensions.Logging;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Associations;

/// <summary>Decides who may call, and passes instances to the spool.</summary>
internal sealed partial class NodeAssociationHandler(
    NodeConfiguration configuration,
    AeTitleStore titles,
    HostResolver resolver,
    RejectionInbox inbox,
    SpoolStore spool,
    IReadOnlyDictionary<string, AbstractSyntaxPolicy> syntaxes,
    ILogger<NodeAssociationHandler> logger) : IAssociationHandler
{
    /// <inheritdoc/>
    public AssociationDecision Decide(AssociateRequest request, RemotePeer peer)
    {
        CallerDecision caller = CallerRules.Decide(
            request.CalledAeTitle, request.CallingAeTitle, peer.Address,
            configuration.Options.Node.AeTitle, configuration.Options.Association.AcceptUnknownCallers, titles.Current, resolver.Resolve);
        if (caller.Rejection is { } rejection)
        {
            inbox.Add(request.CallingAeTitle, request.CalledAeTitle, peer.Address, caller.Reason);
            LogRejected(PrintableTitle.Of(request.CallingAeTitle), peer.Address.ToString(), caller.Reason);
            return AssociationDecision.Reject(rejection);
        }

        return Negotiator.Negotiate(request, new NegotiationPolicy
        {
            AbstractSyntaxes = syntaxes,
            Forbidden = caller.Entry is null ? new HashSet<string>() : Forbidden(caller.Entry),
        });
    }

    /// <inheritdoc/>
    public Task<DicomStatus> OnEchoAsync(AssociationInfo association, CancellationToken cancellationToken) => Task.FromResult(DicomStatus.Success);

    /// <inheritdoc/>
    public ValueTask<IStoreSink> BeginStoreAsync(StoreRequest request, AssociationInfo association, CancellationToken cancellationToken) =>
        ValueTask.FromResult(spool.Begin(request, association));

    private HashSet<string> Forbidden(RemoteAe entry) =>
        [.. syntaxes.Keys.Where(uid => !entry.May(uid == NetworkUids.Verification ? "echo" : "store"))];

    [LoggerMessage(1201, LogLevel.Warning, "Rejected an association of {CallingAeTitle} from {Address}: {Reason}")]
    private partial void LogRejected(string callingAeTitle, string address, string reason);
}
