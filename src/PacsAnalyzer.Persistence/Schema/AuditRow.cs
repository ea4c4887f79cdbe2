namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>audit</c>.</summary>
internal sealed class AuditRow
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public string Actor { get; set; } = "";

    public string Origin { get; set; } = "";

    public string Action { get; set; } = "";

    public string Subject { get; set; } = "";

    public bool Succeeded { get; set; }

    public string? Detail { get; set; }
}
