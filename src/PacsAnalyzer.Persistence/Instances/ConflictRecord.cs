namespace PacsAnalyzer.Persistence.Instances;

/// <summary>Other bytes that arrived under a known SOP Instance UID; kept, never analysed.</summary>
/// <param name="Id">Row.</param>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="ContentHash">Hash of the other bytes, hex.</param>
/// <param name="FilePath">Their file, relative to the spool.</param>
/// <param name="ReceivedAt">When they were acknowledged.</param>
/// <param name="CallingAeTitle">Who sent them.</param>
/// <param name="RemoteAddress">From where.</param>
/// <param name="DemographicsDiffer">They name other demographics than the study has.</param>
public sealed record ConflictRecord(
    long Id,
    string SopInstanceUid,
    string ContentHash,
    string FilePath,
    DateTimeOffset ReceivedAt,
    string CallingAeTitle,
    string RemoteAddress,
    bool DemographicsDiffer);
