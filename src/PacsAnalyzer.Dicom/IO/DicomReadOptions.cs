namespace PacsAnalyzer.Dicom;

/// <summary>How a data set is read.</summary>
public sealed record DicomReadOptions
{
    /// <summary>The defaults: all elements, <see cref="DicomLeniency.Default"/>, default limits.</summary>
    public static readonly DicomReadOptions Default = new();

    /// <summary>All elements before the pixel data (group 7FE0), as indexing needs them.</summary>
    public static readonly DicomReadOptions Header = new() { StopAtPixelData = true };

    /// <summary>Whether to stop before the first element of group 7FE0 or above at the top level, without reading what follows.</summary>
    public bool StopAtPixelData { get; init; }

    /// <summary>What is forgiven.</summary>
    public DicomLeniency Leniency { get; init; } = DicomLeniency.Default;

    /// <summary>What is accepted at most.</summary>
    public DicomReadLimits Limits { get; init; } = new();

    /// <summary>Whether a leniency is on.</summary>
    internal bool Forgives(DicomLeniency leniency) => (Leniency & leniency) != 0;
}
