using PacsAnalyzer.SrWriter.Overlay;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter;

/// <summary>What a report needs besides the result and its source.</summary>
public sealed record ReportOptions
{
    /// <summary>Language of texts and of our own code meanings.</summary>
    public ReportLanguage Language { get; init; } = ReportLanguage.English;

    /// <summary>Preliminary Flag (0040,A496): PRELIMINARY, else FINAL.</summary>
    public bool Preliminary { get; init; } = true;

    /// <summary>UID of this node as an observer, the same for its lifetime.</summary>
    public required string DeviceUid { get; init; }

    /// <summary>AE title of this node.</summary>
    public required string StationAeTitle { get; init; }

    /// <summary>When the report is made; converted to the source's Timezone Offset From UTC where it states one.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The report that this one replaces, in the same series; null where it is the first.</summary>
    public string? PredecessorSopInstanceUid { get; init; }

    /// <summary>SOP class of the predecessor; null for the class of this report.</summary>
    public string? PredecessorSopClassUid { get; init; }

    /// <summary>SHA-256 of the configuration that influences values.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>Key of the job; part of the derived UIDs.</summary>
    public required string JobKey { get; init; }

    /// <summary>SOP class of the report.</summary>
    public ReportForm Form { get; init; } = ReportForm.Comprehensive3D;

    /// <summary>Instance Number (0020,0013) of report and overlay.</summary>
    public int InstanceNumber { get; init; } = 1;

    /// <summary>The picture to draw on: the film, or a slice of a refused series; null where there is none. A spine result brings its own plane.</summary>
    public OverlayImage? Image { get; init; }

    /// <summary>Physical place of this node (TID 1004), or null.</summary>
    public string? DeviceLocation { get; init; }

    /// <summary>Serial number of this node (TID 1004 and Device Serial Number), or null.</summary>
    public string? DeviceSerialNumber { get; init; }
}
