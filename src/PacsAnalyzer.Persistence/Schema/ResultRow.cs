namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>results</c>.</summary>
internal sealed class ResultRow
{
    public long Id { get; set; }

    public long JobId { get; set; }

    public long SeriesId { get; set; }

    public string StudyInstanceUid { get; set; } = "";

    public string SeriesInstanceUid { get; set; } = "";

    public string Pipeline { get; set; } = "";

    public string ModelVersion { get; set; } = "";

    public string Status { get; set; } = "";

    public string? ReasonCode { get; set; }

    public string ConfigurationHash { get; set; } = "";

    public string Document { get; set; } = "{}";

    public DateTimeOffset CreatedAt { get; set; }

    public long? SupersededBy { get; set; }
}
