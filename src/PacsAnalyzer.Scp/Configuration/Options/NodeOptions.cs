using System.ComponentModel.DataAnnotations;

namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>Identity, addresses and data folder of the node.</summary>
public sealed class NodeOptions
{
    /// <summary>AE title the node answers to: 1 to 16 characters of the default repertoire, no backslash (PS3.5 6.2, AE).</summary>
    [Required]
    public string AeTitle { get; set; } = "PACSANALYZER";

    /// <summary>IP address the DICOM listener binds to.</summary>
    [Required]
    public string DicomAddress { get; set; } = "0.0.0.0";

    /// <summary>TCP port of the DICOM listener; 0 takes a free one.</summary>
    [Range(0, 65535)]
    public int DicomPort { get; set; } = 11112;

    /// <summary>Address of health, metrics, API and pages; port 0 takes a free one.</summary>
    [Required]
    public string HttpUrl { get; set; } = "http://127.0.0.1:8080";

    /// <summary>Folder of spool, results, private database; relative to the folder the node is started in.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Language of reports and overlays: <c>en</c> or <c>zh</c>.</summary>
    [AllowedValues("en", "zh")]
    public string Language { get; set; } = "en";
}
