using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>A landmark in some picture with its confidence 0..1.</summary>
internal readonly record struct FoundPoint(Point2 At, double Confidence);
