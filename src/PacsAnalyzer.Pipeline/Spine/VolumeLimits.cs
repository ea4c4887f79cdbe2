namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>What a volume needs to be analysed, and how much of it is held in memory.</summary>
internal static class VolumeLimits
{
    /// <summary>Fewest sagittal slices: a plane and its two neighbours.</summary>
    public const int SagittalSlices = 3;

    /// <summary>Fewest axial or coronal slices.</summary>
    public const int OtherSlices = 5;

    /// <summary>Least length along the spine, mm: a vertebral body with its discs.</summary>
    public const double LengthMm = 35;

    /// <summary>Thickest slices along the spine, mm, that still show end plates.</summary>
    public const double SpacingMm = 7;

    /// <summary>Most voxels held at once (2 bytes each); beyond, slices are thinned to every second pixel.</summary>
    public const long Voxels = 400_000_000;
}
