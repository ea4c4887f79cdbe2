namespace PacsAnalyzer.Persistence.Results;

/// <summary>Stored results. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface IResultStore
{
    /// <summary>The result with document, values and objects, or null.</summary>
    Task<ResultDetail?> GetAsync(long resultId, CancellationToken cancellationToken);

    /// <summary>The current (not superseded) result of a series: the predecessor of the next one; null for none.</summary>
    Task<ResultDetail?> CurrentOfSeriesAsync(long seriesId, CancellationToken cancellationToken);

    /// <summary>Results, latest first.</summary>
    Task<PageOf<ResultRecord>> ListAsync(ResultFilter filter, Page page, CancellationToken cancellationToken);

    /// <summary>Our own object with this SOP Instance UID, or null: how a returned report is recognised.</summary>
    Task<ReportObjectRecord?> FindObjectAsync(string sopInstanceUid, CancellationToken cancellationToken);
}
