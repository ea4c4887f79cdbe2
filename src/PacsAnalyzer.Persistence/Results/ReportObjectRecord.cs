namespace PacsAnalyzer.Persistence.Results;

/// <summary>A stored report object.</summary>
/// <param name="Id">Row.</param>
/// <param name="ResultId">Its result.</param>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="SopClassUid">SOP Class UID.</param>
/// <param name="Kind">SR, SC, ...</param>
/// <param name="FilePath">File, relative to the store.</param>
/// <param name="Sha256">Hash of the file, hex.</param>
/// <param name="ByteLength">File size, bytes.</param>
/// <param name="PredecessorSopInstanceUid">The object that it replaces.</param>
/// <param name="CreatedAt">When it was stored.</param>
public sealed record ReportObjectRecord(
    long Id,
    long ResultId,
    string SopInstanceUid,
    string SopClassUid,
    string Kind,
    string FilePath,
    string Sha256,
    long ByteLength,
    string? PredecessorSopInstanceUid,
    DateTimeOffset CreatedAt);
