namespace PacsAnalyzer.Persistence.Results;

/// <summary>A DICOM object that was written to the store.</summary>
/// <param name="SopInstanceUid">Its derived SOP Instance UID.</param>
/// <param name="SopClassUid">SOP Class UID.</param>
/// <param name="Kind">SR, SC, ...: what a destination's <c>objects</c> names.</param>
/// <param name="FilePath">File, relative to the store.</param>
/// <param name="Sha256">Hash of the file, hex.</param>
/// <param name="ByteLength">File size, bytes.</param>
/// <param name="PredecessorSopInstanceUid">The object that it replaces; null for none.</param>
public sealed record NewReportObject(
    string SopInstanceUid,
    string SopClassUid,
    string Kind,
    string FilePath,
    string Sha256,
    long ByteLength,
    string? PredecessorSopInstanceUid);
