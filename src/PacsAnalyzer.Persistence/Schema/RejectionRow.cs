namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>rejections</c>.</summary>
internal sealed class RejectionRow
{
    public long Id { get; set; }

    public string CallingAeTitle { get; set; } = "";

    public string CalledAeTitle { get; set; } = "";

    public string RemoteAddress { get; set; } = "";

    public string Reason { get; set; } = "";

    public long Count { get; set; }

    public DateTimeOffset FirstSeenAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? DismissedAt { get; set; }
}
