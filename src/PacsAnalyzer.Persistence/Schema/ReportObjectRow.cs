namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>report_objects</c>.</summary>
internal sealed class ReportObjectRow
{
    public long Id { get; set; }

    public long ResultId { get; set; }

    public int Ordinal { get; set; }

    public string SopInstanceUid { get; set; } = "";

    public string SopClassUid { get; set; } = "";

    public string Kind { get; set; } = "";

    public string FilePath { get; set; } = "";

    public string Sha256 { get; set; } = "";

    public long ByteLength { get; set; }

    public string? PredecessorSopInstanceUid { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }
}
