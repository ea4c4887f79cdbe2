namespace PacsAnalyzer.Pipeline.Series;

/// <summary>A hole between two neighbouring slices.</summary>
/// <param name="After">Index, in geometric order, of the slice before the hole.</param>
/// <param name="Missing">Number of slices that would fill it.</param>
/// <param name="DistanceMm">Distance of the two neighbours, mm.</param>
public sealed record SliceGap(int After, int Missing, double DistanceMm);
