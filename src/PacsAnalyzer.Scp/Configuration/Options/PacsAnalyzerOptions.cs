namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>The whole of <c>pacs-analyzer.json</c>: one property a section.</summary>
public sealed class PacsAnalyzerOptions
{
    /// <summary>Identity, addresses and data folder of the node.</summary>
    public NodeOptions Node { get; set; } = new();

    /// <summary>DICOM TLS on a port of its own.</summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>PostgreSQL.</summary>
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>Incoming associations.</summary>
    public AssociationOptions Association { get; set; } = new();

    /// <summary>The write-ahead log of received instances.</summary>
    public SpoolOptions Spool { get; set; } = new();

    /// <summary>When a series counts as complete.</summary>
    public AssemblyOptions Assembly { get; set; } = new();

    /// <summary>What is reported, and against which limits.</summary>
    public ReportsOptions Reports { get; set; } = new();

    /// <summary>Models and the runtime they run on.</summary>
    public InferenceOptions Inference { get; set; } = new();

    /// <summary>Bone density.</summary>
    public SpineOptions Spine { get; set; } = new();

    /// <summary>Sending results.</summary>
    public DeliveryOptions Delivery { get; set; } = new();

    /// <summary>Administration over HTTP.</summary>
    public AdminOptions Admin { get; set; } = new();
}
