namespace PacsAnalyzer.Dicom.Network;

/// <summary>An association could not be had or kept. One line of text, fit for a log.</summary>
public class DicomNetworkException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DicomNetworkException(string message, NetworkFailure failure, bool isTransient, Exception? inner = null)
        : base(message, inner)
    {
        Failure = failure;
        IsTransient = isTransient;
    }

    /// <summary>What went wrong.</summary>
    public NetworkFailure Failure { get; }

    /// <summary>The same attempt may succeed later without anybody changing a configuration.</summary>
    public bool IsTransient { get; }
}
