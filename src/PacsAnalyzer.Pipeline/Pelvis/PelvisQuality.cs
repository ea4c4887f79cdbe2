using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>How far a pelvis is turned, from its symmetry; figures for people, not for decisions.</summary>
internal static class PelvisQuality
{
    /// <summary>Figures by name; empty when a landmark is missing.</summary>
    /// <param name="p">Landmarks by name in one scale.</param>
    /// <returns>rotation: the symphysis' distance from the middle of the teardrops in teardrop distances, positive to the patient's left;
    /// tilt: its distance below the teardrop line in the same unit; obliquity: angle of ischial against teardrop line, degrees.</returns>
    public static Dictionary<string, double> Of(IReadOnlyDictionary<string, Point2> p)
    {
        var quality = new Dictionary<string, double>();
        if (!p.TryGetValue(LandmarkNames.TeardropLeft, out Point2 left) || !p.TryGetValue(LandmarkNames.TeardropRight, out Point2 right))
        {
            return quality;
        }

        Point2 d = left - right;
        if (p.TryGetValue(LandmarkNames.Symphysis, out Point2 symphysis))
        {
            (double toLeft, double up) = HipMath.Place(symphysis, right, left, Point2.Middle(left, right));
            quality["rotation"] = toLeft / d.Length;
            quality["tilt"] = -up / d.Length;
        }

        if (p.TryGetValue(LandmarkNames.IschiumLeft, out Point2 il) && p.TryGetValue(LandmarkNames.IschiumRight, out Point2 ir))
        {
            Point2 c = il - ir;
            quality["obliquity"] = Math.Atan2(d.Cross(c), d.Dot(c)) * 180 / Math.PI;
        }

        return quality;
    }
}
