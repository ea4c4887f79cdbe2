namespace PacsAnalyzer.Persistence.Audit;

/// <summary>Which entries a list shows; null leaves a condition out.</summary>
public sealed record AuditFilter
{
    /// <summary>Only this actor.</summary>
    public string? Actor { get; init; }

    /// <summary>Only this action.</summary>
    public string? Action { get; init; }

    /// <summary>Only this subject.</summary>
    public string? Subject { get; init; }

    /// <summary>At or after.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? Until { get; init; }
}
