namespace PacsAnalyzer.Dicom.Network;

/// <summary>The association ended by an A-ABORT of either side.</summary>
public sealed class AssociationAbortedException : DicomNetworkException
{
    /// <summary>Creates the exception.</summary>
    public AssociationAbortedException(ConnectionEnd end)
        : base($"association aborted: {end}", NetworkFailure.Aborted, isTransient: true) => End = end;

    /// <summary>Who aborted and why.</summary>
    public ConnectionEnd End { get; }
}
