namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>instances</c>.</summary>
internal sealed class InstanceRow
{
    public string SopInstanceUid { get; set; } = "";

    public string SopClassUid { get; set; } = "";

    public long SeriesId { get; set; }

    public string TransferSyntaxUid { get; set; } = "";

    public string ContentHash { get; set; } = "";

    public string FilePath { get; set; } = "";

    public long ByteLength { get; set; }

    /// <summary>Revision of the series with which it arrived.</summary>
    public int Revision { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public string CallingAeTitle { get; set; } = "";

    public string RemoteAddress { get; set; } = "";

    public string? Header { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }
}
