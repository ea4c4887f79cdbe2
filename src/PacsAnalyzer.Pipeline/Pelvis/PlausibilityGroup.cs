using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>A group of landmarks whose place among each other is compared with the training distribution.</summary>
internal sealed record PlausibilityGroup(IReadOnlyList<string> Names, bool MirrorToLeft, IReadOnlyList<double> Mean, IReadOnlyList<IReadOnlyList<double>> InverseCovariance, double Limit)
{
    /// <summary>Mahalanobis distance, in the frame between the teardrops; null when a landmark of the group or a teardrop is missing.</summary>
    /// <param name="points">Landmarks by manifest name, any scale with square pixels.</param>
    /// <param name="cupOnRight">The cup of these points is on the patient's right.</param>
    public double? Distance(IReadOnlyDictionary<string, Point2> points, bool cupOnRight)
    {
        if (!points.TryGetValue(LandmarkNames.TeardropLeft, out Point2 left) || !points.TryGetValue(LandmarkNames.TeardropRight, out Point2 right)
            || !Names.All(points.ContainsKey) || (left - right).Length == 0)
        {
            return null;
        }

        Point2 origin = Point2.Middle(left, right), d = left - right;
        double unit = d.Length;
        Point2 along = d * (1 / unit);
        var down = new Point2(-along.Y, along.X);
        var difference = new double[Names.Count * 2];
        for (int i = 0; i < Names.Count; i++)
        {
            Point2 v = points[Names[i]] - origin;
            double x = v.Dot(along) / unit, y = v.Dot(down) / unit;
            difference[2 * i] = (MirrorToLeft && cupOnRight ? -x : x) - Mean[2 * i];
            difference[(2 * i) + 1] = y - Mean[(2 * i) + 1];
        }

        double sum = 0;
        for (int i = 0; i < difference.Length; i++)
        {
            for (int j = 0; j < difference.Length; j++)
            {
                sum += difference[i] * InverseCovariance[i][j] * difference[j];
            }
        }

        return Math.Sqrt(Math.Max(0, sum));
    }
}
