using Microsoft.Extensions.Logging;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Scp.Associations;

/// <summary>A line in the log for each connection that did not go as it should; rejected callers are told elsewhere.</summary>
internal sealed partial class ListenerLog(ILogger<ListenerLog> logger) : DicomServerObserver
{
    /// <inheritdoc/>
    public override void Refused(RemotePeer peer) => LogTooMany(peer.Address.ToString());

    /// <inheritdoc/>
    public override void TlsFailed(long connectionId, RemotePeer peer, string reason) => LogTlsFailed(peer.Address.ToString(), reason);

    /// <inheritdoc/>
    public override void Answered(AssociationInfo association, int commandField, long bytes, DicomStatus status, Exception? failure)
    {
        if (failure is not null)
        {
            LogFailure(association.CallingAeTitle, status.Code, failure);
        }
    }

    /// <inheritdoc/>
    public override void Closed(long connectionId, RemotePeer peer, ConnectionEnd end)
    {
        if (end.Kind is ConnectionEndKind.ProtocolError or ConnectionEndKind.NotDicom or ConnectionEndKind.IdleTimeout)
        {
            LogEnded(peer.Address.ToString(), end.ToString());
        }
    }

    /// <inheritdoc/>
    public override void Faulted(long connectionId, RemotePeer peer, Exception failure) => LogFault(peer.Address.ToString(), failure);

    [LoggerMessage(1011, LogLevel.Warning, "Closed a connection of {Address} unheard: too many are open")]
    private partial void LogTooMany(string address);

    [LoggerMessage(1012, LogLevel.Warning, "TLS with {Address} failed: {Reason}")]
    private partial void LogTlsFailed(string address, string reason);

    [LoggerMessage(1013, LogLevel.Error, "A request of {CallingAeTitle} was answered {Status:X4} because of an error")]
    private partial void LogFailure(string callingAeTitle, ushort status, Exception failure);

    [LoggerMessage(1014, LogLevel.Warning, "Ended the connection of {Address}: {End}")]
    private partial void LogEnded(string address, string end);

    [LoggerMessage(1015, LogLevel.Error, "A connection of {Address} ended because of an error")]
    private partial void LogFault(string address, Exception failure);
}
