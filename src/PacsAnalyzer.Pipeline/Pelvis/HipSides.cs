namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Which hips are replaced, and whether the patient's side is known.</summary>
/// <param name="Left">The hip on the patient's left (right half of the turned film) is replaced.</param>
/// <param name="Right">The hip on the patient's right is replaced.</param>
/// <param name="IsCertain">False: sides are not written anywhere.</param>
/// <param name="Explanation">Where the side comes from, or what speaks against it.</param>
internal sealed record HipSides(bool Left, bool Right, bool IsCertain, string Explanation)
{
    /// <summary>Both hips replaced.</summary>
    public bool IsBilateral => Left && Right;

    /// <summary>The side that <c>cup.*</c> lies on in the turned film: L or R.</summary>
    public string CupSide => Left ? "L" : "R";
}
