namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>A job to create beside the way through assembly (a rerun with another model).</summary>
/// <param name="SeriesId">Row of the series.</param>
/// <param name="Pipeline">Pipeline name.</param>
/// <param name="ModelVersion">Model version.</param>
/// <param name="NotBefore">Earliest start; null for at once.</param>
public sealed record NewJob(long SeriesId, string Pipeline, string ModelVersion, DateTimeOffset? NotBefore = null);
