namespace PacsAnalyzer.Dicom.Network;

/// <summary>Thrown by a handler that wants a request answered with a particular status.</summary>
public sealed class DicomStatusException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DicomStatusException(DicomStatus status, Exception? inner = null)
        : base(status.ToString(), inner) => Status = status;

    /// <summary>What the peer is told.</summary>
    public DicomStatus Status { get; }
}
