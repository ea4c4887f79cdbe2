using System.ComponentModel.DataAnnotations;

namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>Incoming associations.</summary>
public sealed class AssociationOptions
{
    /// <summary>Accept callers that <c>ae-titles.json</c> does not list (their results stay here: nobody says where they should go).</summary>
    public bool AcceptUnknownCallers { get; set; }

    /// <summary>Associations at once; one more is rejected as transient (PS3.8 9.3.4).</summary>
    [Range(1, 1024)]
    public int MaxAssociations { get; set; } = 64;

    /// <summary>Largest P-DATA-TF PDU the node takes, bytes.</summary>
    [Range(4096, 4194304)]
    public int MaxPduBytes { get; set; } = 262144;

    /// <summary>ARTIM timer (PS3.8 9.1.5): wait for A-ASSOCIATE-RQ and for the peer to close.</summary>
    public TimeSpan ArtimTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Silence after which an open association is aborted.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(1);
}
