namespace PacsAnalyzer.Persistence.Retention;

/// <summary>An instance whose file may go.</summary>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="FilePath">File, relative to the spool.</param>
/// <param name="ConflictPaths">Files of conflicting bytes under the same UID.</param>
/// <param name="ByteLength">Size of the file, bytes.</param>
public sealed record RemovableInstance(string SopInstanceUid, string FilePath, IReadOnlyList<string> ConflictPaths, long ByteLength);
