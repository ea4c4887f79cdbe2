using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>What the networks found, in the 0.4 mm picture.</summary>
internal sealed record DetectedPelvis
{
    /// <summary>Teardrops, ischia and symphysis by class name.</summary>
    public required IReadOnlyDictionary<string, FoundPoint> Bones { get; init; }

    /// <summary>Cup points by class name, of the picture's right half (patient's left) and left half.</summary>
    public required IReadOnlyDictionary<string, FoundPoint> LeftCup { get; init; }

    /// <summary>Cup points of the patient's right.</summary>
    public required IReadOnlyDictionary<string, FoundPoint> RightCup { get; init; }

    /// <summary>Native or replaced head centre on the patient's left, if seen.</summary>
    public FoundPoint? LeftHead { get; init; }

    /// <summary>Native or replaced head centre on the patient's right, if seen.</summary>
    public FoundPoint? RightHead { get; init; }

    /// <summary>Letters seen.</summary>
    public required IReadOnlyList<(char Letter, Point2 At)> Markers { get; init; }

    /// <summary>Column of the midline.</summary>
    public required double Midline { get; init; }

    /// <summary>Mean of a cup's three probabilities, 0 for each one that is missing.</summary>
    public static double CupScore(IReadOnlyDictionary<string, FoundPoint> cup) =>
        LandmarkNames.Cup.Sum(n => cup.TryGetValue(n, out FoundPoint p) ? p.Confidence : 0) / LandmarkNames.Cup.Count;

    /// <summary>Mean probability of the five bony landmarks, 0 for each one that is missing.</summary>
    public double PelvisScore => LandmarkNames.Pelvis.Sum(n => Bones.TryGetValue(n, out FoundPoint p) ? p.Confidence : 0) / LandmarkNames.Pelvis.Count;
}
