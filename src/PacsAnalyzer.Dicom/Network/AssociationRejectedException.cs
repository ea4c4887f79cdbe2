namespace PacsAnalyzer.Dicom.Network;

/// <summary>The peer answered A-ASSOCIATE-RJ.</summary>
public sealed class AssociationRejectedException : DicomNetworkException
{
    /// <summary>Creates the exception.</summary>
    public AssociationRejectedException(Rejection rejection)
        : base($"association rejected: {rejection}", NetworkFailure.Rejected, rejection.IsTransient) => Rejection = rejection;

    /// <summary>Result, source and reason.</summary>
    public Rejection Rejection { get; }
}
