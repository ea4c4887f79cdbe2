namespace PacsAnalyzer.Persistence.Results;

/// <summary>A stored result, without its document.</summary>
/// <param name="Id">Row.</param>
/// <param name="JobId">The job that made it.</param>
/// <param name="SeriesId">Row of the series.</param>
/// <param name="StudyInstanceUid">Study Instance UID.</param>
/// <param name="SeriesInstanceUid">Series Instance UID.</param>
/// <param name="Pipeline">Pipeline name.</param>
/// <param name="ModelVersion">Model version.</param>
/// <param name="Status">Measured, Refused, Failed.</param>
/// <param name="ReasonCode">First reason.</param>
/// <param name="ConfigurationHash">Configuration that influenced it.</param>
/// <param name="CreatedAt">When it was stored.</param>
/// <param name="SupersededBy">The result that replaced it; null while it is current.</param>
public sealed record ResultRecord(
    long Id,
    long JobId,
    long SeriesId,
    string StudyInstanceUid,
    string SeriesInstanceUid,
    string Pipeline,
    string ModelVersion,
    string Status,
    string? ReasonCode,
    string ConfigurationHash,
    DateTimeOffset CreatedAt,
    long? SupersededBy);
