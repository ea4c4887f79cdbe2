using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Compares the place of landmarks among each other with the training distribution.</summary>
internal static class Plausibility
{
    /// <summary>Mahalanobis distance, in the frame between the teardrops; null when a landmark of the group or a teardrop is missing.</summary>
    /// <param name="group">Group of the manifest.</param>
    /// <param name="points">Landmarks by manifest name, any scale with square pixels.</param>
    /// <param name="cupOnRight">The cup of these points is on the patient's right.</param>
    public static double? Distance(PlausibilityGroup group, IReadOnlyDictionary<string, Point2> points, bool cupOnRight)
    {
        if (!points.TryGetValue(LandmarkNames.TeardropLeft, out Point2 left) || !points.TryGetValue(LandmarkNames.TeardropRight, out Point2 right)
            || !group.Names.All(points.ContainsKey) || (left - right).Length == 0)
        {
            return null;
        }

        Point2 origin = Point2.Middle(left, right), d = left - right;
        double unit = d.Length;
        Point2 along = d * (1 / unit);
        var down = new Point2(-along.Y, along.X);
        var difference = new double[group.Names.Count * 2];
        for (int i = 0; i < group.Names.Count; i++)
        {
            Point2 v = points[group.Names[i]] - origin;
            double x = v.Dot(along) / unit, y = v.Dot(down) / unit;
            difference[2 * i] = (group.MirrorToLeft && cupOnRight ? -x : x) - group.Mean[2 * i];
            difference[(2 * i) + 1] = y - group.Mean[(2 * i) + 1];
        }

        double sum = 0;
        for (int i = 0; i < difference.Length; i++)
        {
            for (int j = 0; j < difference.Length; j++)
            {
                sum += difference[i] * group.InverseCovariance[i][j] * difference[j];
            }
        }

        return Math.Sqrt(Math.Max(0, sum));
    }
}
