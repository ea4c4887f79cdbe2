using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>SCOORD3D (PS3.3 section C.18.9): a closed planar POLYGON in patient millimetres of a frame of reference.</summary>
internal sealed class Scoord3DItem : ContentItem
{
    private const double PlanarToleranceMm = 0.05;

    /// <summary>Makes a polygon.</summary>
    /// <param name="relationship">How it stands to its parent.</param>
    /// <param name="name">What it outlines.</param>
    /// <param name="points">x, y, z (LPS, mm); closed here if it is open.</param>
    /// <param name="frameOfReferenceUid">Frame of Reference UID.</param>
    /// <exception cref="ArgumentException">Fewer than three points, points that are not coplanar, or no UID.</exception>
    internal Scoord3DItem(Relationship relationship, CodedConcept name, IReadOnlyList<double[]> points, string frameOfReferenceUid)
        : base(relationship, name)
    {
        if (points.Count < 3 || points.Any(p => p.Length != 3 || !p.All(double.IsFinite)))
        {
            throw new ArgumentException($"A polygon has at least three finite points of x, y and z, here are {points.Count}.", nameof(points));
        }

        if (!IsPlanar(points))
        {
            throw new ArgumentException("The points of a polygon lie in one plane (PS3.3 section C.18.9.1.2).", nameof(points));
        }

        FrameOfReferenceUid = Uids.Checked(frameOfReferenceUid, nameof(frameOfReferenceUid));
        Points = points[0].SequenceEqual(points[^1]) ? points : [.. points, points[0]];
    }

    internal override string ValueType => "SCOORD3D";

    internal string FrameOfReferenceUid { get; }

    internal IReadOnlyList<double[]> Points { get; }

    private static bool IsPlanar(IReadOnlyList<double[]> points)
    {
        // Newell's normal uses every point, so that nearly collinear neighbours do no harm.
        double nx = 0, ny = 0, nz = 0, cx = 0, cy = 0, cz = 0;
        for (int i = 0; i < points.Count; i++)
        {
            double[] a = points[i], b = points[(i + 1) % points.Count];
            nx += (a[1] - b[1]) * (a[2] + b[2]);
            ny += (a[2] - b[2]) * (a[0] + b[0]);
            nz += (a[0] - b[0]) * (a[1] + b[1]);
            cx += a[0] / points.Count;
            cy += a[1] / points.Count;
            cz += a[2] / points.Count;
        }

        double length = Math.Sqrt((nx * nx) + (ny * ny) + (nz * nz));
        return length < 1e-9 || points.All(p =>
            Math.Abs((((p[0] - cx) * nx) + ((p[1] - cy) * ny) + ((p[2] - cz) * nz)) / length) <= PlanarToleranceMm);
    }
}
