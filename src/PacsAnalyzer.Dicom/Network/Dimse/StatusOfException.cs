namespace PacsAnalyzer.Dicom.Network;

/// <summary>The one place where an exception of a handler becomes a DIMSE status. Nothing becomes Success.</summary>
public static class StatusOfException
{
    private const int DiskFull = 28;
    private const int QuotaExceeded = 122;
    private const int TooManyOpenFiles = 24;

    /// <summary>Maps an exception.</summary>
    /// <returns>
    /// A700 where room, memory or time are short (PS3.4 B.2.3: the sender may try again); C000 where the data set cannot be
    /// read; 0124 where the handler denies; 0110 otherwise (PS3.7 C.5).
    /// </returns>
    public static DicomStatus Map(Exception exception) => exception switch
    {
        DicomStatusException told => told.Status,
        IOException io when (io.HResult & 0xFFFF) is DiskFull or QuotaExceeded or TooManyOpenFiles or 0x70 or 0x27
            => DicomStatus.OutOfResources.WithComment("no room to store"),
        EndOfStreamException or InvalidDataException => DicomStatus.CannotUnderstand.WithComment(exception.Message),
        OutOfMemoryException or InsufficientMemoryException => DicomStatus.OutOfResources.WithComment("out of memory"),
        TimeoutException or OperationCanceledException => DicomStatus.OutOfResources.WithComment("not done in time"),
        IOException => DicomStatus.OutOfResources.WithComment("storage error"),
        _ => DicomStatus.ProcessingFailure.WithComment("internal error"),
    };
}
