namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>delivery_objects</c>.</summary>
internal sealed class DeliveryObjectRow
{
    public long DeliveryId { get; set; }

    public long ReportObjectId { get; set; }

    public int Ordinal { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }
}
