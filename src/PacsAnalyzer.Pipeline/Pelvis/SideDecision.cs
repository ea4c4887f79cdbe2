using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Sides from Patient Orientation and Image Laterality, checked against a marker; never a guess.</summary>
internal static class SideDecision
{
    /// <summary>Decides.</summary>
    /// <param name="left">A cup was found in the right half of the turned film.</param>
    /// <param name="right">A cup was found in the left half.</param>
    /// <param name="orientationStated">Patient Orientation told how to turn the film.</param>
    /// <param name="laterality">Image Laterality: L, R, B, U or empty.</param>
    /// <param name="markers">Letters seen: the letter and its place in the turned film.</param>
    /// <param name="midline">Column of the pelvis' midline in the turned film.</param>
    public static HipSides Decide(bool left, bool right, bool orientationStated, string laterality, IReadOnlyList<(char Letter, Point2 At)> markers, double midline)
    {
        bool agrees = false;
        foreach ((char letter, Point2 at) in markers)
        {
            bool onLeft = at.X > midline;
            if ((letter == 'L') != onLeft)
            {
                return new HipSides(left, right, false, $"The marker {letter} stands on the side that the tags call {(onLeft ? "left" : "right")}.");
            }

            agrees = true;
        }

        string word = laterality.Trim().ToUpperInvariant();
        if (word is "L" or "R" && left != right)
        {
            if ((word == "L") != left)
            {
                return new HipSides(left, right, false, $"Image Laterality is {word}, the prosthesis is seen on the other side.");
            }

            agrees = true;
        }

        return orientationStated ? new HipSides(left, right, true, agrees ? "Patient Orientation, confirmed." : "Patient Orientation.")
            : agrees ? new HipSides(left, right, true, "The usual display, confirmed by marker or laterality.")
            : new HipSides(left, right, false, "Neither Patient Orientation nor a marker nor Image Laterality says which side is which.");
    }
}
