namespace PacsAnalyzer.Pipeline.Series;

/// <summary>Name of a slice orientation, by the largest component of its normal.</summary>
public enum SliceOrientation
{
    /// <summary>No usable orientation.</summary>
    Unknown,

    /// <summary>Normal along the patient's left-right axis.</summary>
    Sagittal,

    /// <summary>Normal along the antero-posterior axis.</summary>
    Coronal,

    /// <summary>Normal along the head-feet axis.</summary>
    Axial,
}
