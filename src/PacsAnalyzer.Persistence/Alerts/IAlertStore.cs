namespace PacsAnalyzer.Persistence.Alerts;

/// <summary>Alerts for the operator. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface IAlertStore
{
    /// <summary>Raises an alert; the same code and subject again counts up, and opens it again when it was acknowledged.</summary>
    Task RaiseAsync(string code, string subject, AlertSeverity severity, string text, CancellationToken cancellationToken);

    /// <summary>Alerts, last raised first; acknowledged ones left out unless asked for.</summary>
    Task<PageOf<AlertRecord>> ListAsync(bool includeAcknowledged, Page page, CancellationToken cancellationToken);

    /// <summary>Acknowledges an alert; false when it is not open.</summary>
    Task<bool> AcknowledgeAsync(long id, string actor, CancellationToken cancellationToken);
}
