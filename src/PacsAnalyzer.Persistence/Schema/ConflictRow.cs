namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>instance_conflicts</c>.</summary>
internal sealed class ConflictRow
{
    public long Id { get; set; }

    public string SopInstanceUid { get; set; } = "";

    public string ContentHash { get; set; } = "";

    public string FilePath { get; set; } = "";

    public long ByteLength { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public string CallingAeTitle { get; set; } = "";

    public string RemoteAddress { get; set; } = "";

    public bool DemographicsDiffer { get; set; }
}
