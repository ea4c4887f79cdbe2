namespace PacsAnalyzer.Persistence.Ledger;

/// <summary>An acknowledged instance that cannot be indexed (its data set does not say what it belongs to).</summary>
/// <param name="SopInstanceUid">SOP Instance UID of the C-STORE request.</param>
/// <param name="Code">Reason code.</param>
/// <param name="Reason">Why, for people; no patient data.</param>
/// <param name="CallingAeTitle">Who sent it.</param>
/// <param name="CalledAeTitle">To which title.</param>
/// <param name="RemoteAddress">From where.</param>
/// <param name="ReceivedAt">When it was acknowledged.</param>
/// <param name="FilePath">File, relative to the spool.</param>
public sealed record UnindexedInstance(
    string SopInstanceUid,
    string Code,
    string Reason,
    string CallingAeTitle,
    string CalledAeTitle,
    string RemoteAddress,
    DateTimeOffset ReceivedAt,
    string FilePath);
