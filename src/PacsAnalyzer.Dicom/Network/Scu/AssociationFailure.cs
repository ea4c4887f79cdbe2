namespace PacsAnalyzer.Dicom.Network;

/// <summary>Words for associations that did not come about.</summary>
internal static class AssociationFailure
{
    public static DicomNetworkException Explain(UlIndication answer, ConnectionEnd? end, DicomAssociationOptions options)
    {
        if (answer.Pdu is AssociateRejectPdu reject)
        {
            return new AssociationRejectedException(reject.Rejection);
        }

        string where = $"{options.Host}:{options.Port}";
        return end?.Kind switch
        {
            ConnectionEndKind.AbortedByPeer => new AssociationAbortedException(end),
            ConnectionEndKind.IdleTimeout => new DicomNetworkException(
                $"{where} took the connection but did not answer within {options.AssociateTimeout.TotalSeconds:0.#} s: "
                + (options.Tls is null ? "no DICOM application, or one that expects TLS" : "no DICOM application, or one without TLS"),
                NetworkFailure.TimedOut,
                true),
            ConnectionEndKind.NotDicom when end.Text.StartsWith("TLS", StringComparison.Ordinal) => new DicomNetworkException(
                $"{where} expects TLS", NetworkFailure.TlsFailed, false),
            ConnectionEndKind.NotDicom => new DicomNetworkException($"{where} answers, but not with DICOM: {end.Text}", NetworkFailure.NotDicom, false),
            ConnectionEndKind.ProtocolError => new DicomNetworkException($"{where} breaks the protocol: {end.Text}", NetworkFailure.ProtocolError, false),
            _ => new DicomNetworkException(
                $"{where} closed the connection without an answer"
                + (options.Tls is null ? " (it may expect TLS, or not know this caller)" : " (it may not accept this node's certificate)"),
                NetworkFailure.ConnectionLost,
                true),
        };
    }

    public static DicomNetworkException NoContext(StoreItem item, IReadOnlyList<NegotiatedContext> contexts)
    {
        var same = contexts.Where(context => context.AbstractSyntax == item.SopClassUid).ToList();
        string accepted = string.Join(", ", same.Where(context => context.IsAccepted).Select(context => context.TransferSyntax));
        string text = same.Count == 0
            ? $"no presentation context was proposed for SOP class {item.SopClassUid}"
            : accepted.Length == 0
                ? $"the peer does not accept SOP class {item.SopClassUid} ({same[0].Result})"
                : $"the peer accepts SOP class {item.SopClassUid} in {accepted}, not in {item.TransferSyntaxUid}";
        return new DicomNetworkException(text, NetworkFailure.NoUsableContext, false);
    }
}
