namespace PacsAnalyzer.Persistence.Instances;

/// <summary>An indexed instance.</summary>
/// <param name="SopInstanceUid">SOP Instance UID (0008,0018).</param>
/// <param name="SopClassUid">SOP Class UID (0008,0016).</param>
/// <param name="SeriesId">Row of its series.</param>
/// <param name="StudyInstanceUid">Study Instance UID.</param>
/// <param name="SeriesInstanceUid">Series Instance UID.</param>
/// <param name="TransferSyntaxUid">Transfer syntax of the file.</param>
/// <param name="ContentHash">Hash of the data set's bytes, hex.</param>
/// <param name="FilePath">File, relative to the spool.</param>
/// <param name="ByteLength">File size, bytes.</param>
/// <param name="Revision">Revision of the series with which it arrived.</param>
/// <param name="ReceivedAt">When it was acknowledged.</param>
/// <param name="CallingAeTitle">Who sent it.</param>
/// <param name="RemoteAddress">From where.</param>
/// <param name="HeaderJson">What the host stored with it.</param>
/// <param name="RemovedAt">When retention took the file; null while it is there.</param>
public sealed record InstanceRecord(
    string SopInstanceUid,
    string SopClassUid,
    long SeriesId,
    string StudyInstanceUid,
    string SeriesInstanceUid,
    string TransferSyntaxUid,
    string ContentHash,
    string FilePath,
    long ByteLength,
    int Revision,
    DateTimeOffset ReceivedAt,
    string CallingAeTitle,
    string RemoteAddress,
    string? HeaderJson,
    DateTimeOffset? RemovedAt);
