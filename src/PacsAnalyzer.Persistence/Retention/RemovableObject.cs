namespace PacsAnalyzer.Persistence.Retention;

/// <summary>A report object whose file may go; the row stays, so that a returned object is still recognised.</summary>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="FilePath">File, relative to the store.</param>
public sealed record RemovableObject(string SopInstanceUid, string FilePath);
