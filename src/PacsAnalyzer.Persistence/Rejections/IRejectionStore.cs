namespace PacsAnalyzer.Persistence.Rejections;

/// <summary>The inbox of rejected callers. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface IRejectionStore
{
    /// <summary>Most distinct rows kept; a flood of invented titles pushes out the oldest.</summary>
    const int MaximumRows = 10_000;

    /// <summary>Records a rejection; the same one again counts up.</summary>
    Task RecordAsync(Rejection rejection, CancellationToken cancellationToken);

    /// <summary>Rejections, last seen first; dismissed ones left out unless asked for.</summary>
    Task<PageOf<RejectionRecord>> ListAsync(bool includeDismissed, Page page, CancellationToken cancellationToken);

    /// <summary>The rejection, or null.</summary>
    Task<RejectionRecord?> GetAsync(long id, CancellationToken cancellationToken);

    /// <summary>Puts a rejection aside; false when there is none.</summary>
    Task<bool> DismissAsync(long id, CancellationToken cancellationToken);
}
