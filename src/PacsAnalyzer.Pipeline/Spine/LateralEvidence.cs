namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>What the network saw on one trial plane.</summary>
/// <param name="X">Lateral position, mm, or slice index.</param>
/// <param name="Bodies">Height along the spine (mm, growing to the feet) and weight (score times area) of each body.</param>
internal sealed record LateralEvidence(double X, IReadOnlyList<(double Height, double Weight)> Bodies)
{
    /// <summary>Sum of the weights.</summary>
    public double Total => Bodies.Sum(b => b.Weight);
}
