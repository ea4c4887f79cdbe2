using PacsAnalyzer.Persistence.Alerts;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>alerts</c>.</summary>
internal sealed class AlertRow
{
    public long Id { get; set; }

    public string Code { get; set; } = "";

    public string Subject { get; set; } = "";

    public AlertSeverity Severity { get; set; }

    public string Text { get; set; } = "";

    public long Count { get; set; }

    public DateTimeOffset FirstAt { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public string? AcknowledgedBy { get; set; }
}
