namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Pixel data that cannot be decoded or encoded: damaged, over a limit, or of a kind that is not handled here. The message is one line.</summary>
public sealed class DicomCodecException : Exception
{
    /// <summary>Makes an exception.</summary>
    public DicomCodecException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, in one line.</param>
    public DicomCodecException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, in one line.</param>
    /// <param name="innerException">The cause.</param>
    public DicomCodecException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception that names the transfer syntax.</summary>
    /// <param name="syntax">The transfer syntax.</param>
    /// <param name="message">What is wrong, in one line.</param>
    /// <param name="innerException">The cause.</param>
    public DicomCodecException(DicomTransferSyntax syntax, string message, Exception? innerException = null)
        : base($"{syntax} ({syntax?.Uid.Uid}): {message}", innerException) => TransferSyntax = syntax;

    /// <summary>The transfer syntax, where it is known.</summary>
    public DicomTransferSyntax? TransferSyntax { get; }
}
