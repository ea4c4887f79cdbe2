namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>The best sagittal plane with what the network sees on it.</summary>
/// <param name="Frame">Its place.</param>
/// <param name="Planes">HU as scanned of the planes to the right, the middle and the left.</param>
/// <param name="Bodies">Bodies and sacrum from cranial to caudal, plane pixels.</param>
/// <param name="Slice">Index of the acquired slice that the plane is; null for a resampled one.</param>
/// <param name="ResidualMm">How far the bodies' middles lie from the plane (root mean square); 0 for an acquired slice.</param>
internal sealed record ChosenPlane(PlaneFrame Frame, IReadOnlyList<float[]> Planes, IReadOnlyList<SpineBody> Bodies, int? Slice, double ResidualMm);
