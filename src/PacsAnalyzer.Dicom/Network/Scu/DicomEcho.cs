namespace PacsAnalyzer.Dicom.Network;

/// <summary>C-ECHO with a diagnosis instead of exceptions.</summary>
public static class DicomEcho
{
    /// <summary>Connects, verifies, releases.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the only exception.</exception>
    public static async Task<EchoDiagnosis> DiagnoseAsync(DicomAssociationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        long start = options.Time.GetTimestamp();
        try
        {
            await using DicomAssociation association = await DicomAssociation.RequestAsync(options, ContextProposals.Verification, cancellationToken);
            DicomStatus status = await association.EchoAsync(cancellationToken);
            await association.ReleaseAsync(cancellationToken);
            return status.IsAccepted
                ? new(true, null, $"{options} answers (status {status})", "", options.Time.GetElapsedTime(start))
                : new(false, null, $"{options} answers C-ECHO with status {status}", "Look into the peer's log.", options.Time.GetElapsedTime(start));
        }
        catch (DicomNetworkException failure)
        {
            return new(false, failure.Failure, failure.Message, Advise(failure, options), options.Time.GetElapsedTime(start));
        }
    }

    private static string Advise(DicomNetworkException failure, DicomAssociationOptions options) => failure switch
    {
        AssociationRejectedException { Rejection: { Source: RejectSource.ServiceUser, Reason: 7 } } =>
            $"The peer does not bear the title '{options.CalledAeTitle}'; case counts. Compare with its configuration.",
        AssociationRejectedException { Rejection: { Source: RejectSource.ServiceUser, Reason: 3 } } =>
            $"The peer does not know the caller '{options.CallingAeTitle}', or not from this address. Enter it there.",
        AssociationRejectedException { IsTransient: true } => "The peer is at its limit. Try again later.",
        AssociationRejectedException => "Look into the peer's log for the reason.",
        { Failure: NetworkFailure.NameNotFound } => "Correct the host name, or give an address.",
        { Failure: NetworkFailure.ConnectionRefused } => "Start the peer's DICOM service, or correct the port.",
        { Failure: NetworkFailure.Unreachable or NetworkFailure.TimedOut } => "Check address, route and firewall, and that the port speaks DICOM.",
        { Failure: NetworkFailure.TlsFailed } when options.Tls is null => "Switch TLS on for this peer, or use its port without TLS.",
        { Failure: NetworkFailure.TlsFailed } => "Check the certificates and authorities of both sides, and that this is the peer's TLS port.",
        { Failure: NetworkFailure.NotDicom } => "This is another service's port. Correct it.",
        { Failure: NetworkFailure.NoUsableContext } => "The peer answers, but does not offer verification to this caller.",
        _ => "Look into the peer's log.",
    };
}
