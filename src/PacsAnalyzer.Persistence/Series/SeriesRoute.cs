namespace PacsAnalyzer.Persistence.Series;

/// <summary>The decision to analyse a series.</summary>
/// <param name="Pipeline">Pipeline name.</param>
/// <param name="ModelVersion">Version of the model that will answer: part of the job key.</param>
/// <param name="RuleId">Routing rule.</param>
/// <param name="Explanation">Why, for people; no patient data.</param>
public sealed record SeriesRoute(string Pipeline, string ModelVersion, string RuleId, string Explanation)
{
    /// <summary>Instances of the series that are not analysed (a localizer among slices): excluded in the ledger at once.</summary>
    public IReadOnlyList<InstanceExclusion> Excluded { get; init; } = [];

    /// <summary>The job may not start before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
