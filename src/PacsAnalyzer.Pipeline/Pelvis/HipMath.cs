using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>The four radiological parameters of the seed, from points (column, row) in one scale, rows to the feet.</summary>
internal static class HipMath
{
    /// <summary>Acute angle between the cup's diameter and the line of the ischial bottoms, degrees.</summary>
    public static double Inclination(Point2 lateral, Point2 medial, Point2 ischiumRight, Point2 ischiumLeft)
    {
        Point2 a = medial - lateral, c = ischiumLeft - ischiumRight;
        return Degrees(Math.Atan2(Math.Abs(a.Cross(c)), Math.Abs(a.Dot(c))));
    }

    /// <summary>
    /// alpha / 180 in percent, alpha at the middle of the diameter from the medial end over the dome to the contact point.
    /// alpha may be obtuse: a contact at the lateral end is 100 %.
    /// </summary>
    public static double Coverage(Point2 lateral, Point2 medial, Point2 contact)
    {
        Point2 centre = Point2.Middle(lateral, medial);
        Point2 m = medial - centre, k = contact - centre;
        var dome = new Point2(m.Y, -m.X);
        if (dome.Y > 0 || (dome.Y == 0 && dome.X * m.X < 0))
        {
            dome *= -1;
        }

        double along = m.Dot(k), over = dome.Dot(k);
        return over < 0 ? (along > 0 ? 0 : 100) : Degrees(Math.Atan2(over, along)) / 1.8;
    }

    /// <summary>
    /// Distances of a point from the pelvic axes: <c>Left</c> along the teardrop line from the midline through the symphysis, towards the patient's left;
    /// <c>Up</c> superior of the teardrop line.
    /// </summary>
    public static (double Left, double Up) Place(Point2 point, Point2 teardropRight, Point2 teardropLeft, Point2 symphysis)
    {
        Point2 d = teardropLeft - teardropRight;
        Point2 along = d * (1 / d.Length);
        var up = new Point2(along.Y, -along.X);
        if (d.X < 0)
        {
            up *= -1;
        }

        return ((point - symphysis).Dot(along), (point - teardropRight).Dot(up));
    }

    private static double Degrees(double radians) => radians * 180 / Math.PI;
}
