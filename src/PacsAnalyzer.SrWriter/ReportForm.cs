namespace PacsAnalyzer.SrWriter;

/// <summary>SOP class of the report; peers that refuse one may take the next.</summary>
public enum ReportForm
{
    /// <summary>Comprehensive 3D SR Storage, 1.2.840.10008.5.1.4.1.1.88.34.</summary>
    Comprehensive3D,

    /// <summary>Comprehensive SR Storage, ...88.33: outlines on a resampled plane become SCOORD on the returned overlay.</summary>
    Comprehensive,

    /// <summary>Enhanced SR Storage, ...88.22: as Comprehensive.</summary>
    Enhanced,
}
