using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>From the bodies of the chosen plane to named vertebrae with outlines, attenuation and flags.</summary>
internal static class SpineAnalyser
{
    /// <summary>Describes the bodies of a plane.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="manifest">Constants.</param>
    /// <param name="source">Where densities come from.</param>
    /// <param name="contrast">Contrast agent was given.</param>
    /// <param name="toImage">For an acquired plane: the image's UID and the way from patient to its pixels.</param>
    public static SpineFindings Describe(ChosenPlane plane, MaskRcnnManifest manifest, DensitySource source, bool contrast,
        (string Uid, Func<Vector3, Point2> Pixel)? toImage)
    {
        double mm = plane.Frame.PixelMm;
        SpineBody? sacrum = plane.Bodies.FirstOrDefault(b => b.Label == 2);
        List<SpineBody> row = BodyChain.Longest(plane.Bodies.Where(b => b.Label == 1), sacrum, mm);
        List<BodyShape> shapes = [.. row.Select((b, i) => BodyShape.Of(b.Mask, Up(row, i, sacrum), mm))];
        IReadOnlyList<string?> levels = Levels(row, shapes, sacrum, mm);
        var vertebrae = new List<VertebraResult>();
        var unsure = new List<bool>();
        var agreements = new List<double>();
        for (int i = 0; i < row.Count; i++)
        {
            BodyAttenuation attenuation = BodyAttenuation.Of(row[i].Mask, plane, manifest.MaskRcnn.Erosions);
            IReadOnlyList<Point2> outline = row[i].Mask.Outline();
            List<Vector3> patient = [.. outline.Select(plane.Frame.ToPatient)];
            vertebrae.Add(new VertebraResult
            {
                Level = levels[i],
                Bmd = source.Calibration is { } c ? attenuation.MeanHu is double hu ? (c.Slope * hu) + c.Intercept : null : row[i].Density,
                MeanHu = attenuation.MeanHu,
                Confidence = row[i].Score * attenuation.Agreement,
                AreaMm2 = Math.Abs(Contours.SignedArea(outline)) * mm * mm,
                Flags = BodyFlags.Of(i, row, shapes, plane, levels[i] == "L5", contrast),
                PolygonPatientMm = [.. patient.Select(p => p.ToArray())],
                PolygonPixels = toImage is { } image ? new PixelPolygon(image.Uid, [.. patient.Select(image.Pixel).Select(p => new[] { p.X, p.Y })]) : null,
            });
            unsure.Add(attenuation.Agreement < manifest.Thresholds.Agreement);
            agreements.Add(attenuation.Agreement);
        }

        var quality = new Dictionary<string, double> { ["planeResidualMm"] = plane.ResidualMm };
        if (agreements.Count > 0)
        {
            quality["agreement"] = agreements.Min();
        }

        return new SpineFindings(vertebrae, unsure, quality);
    }

    private static IReadOnlyList<string?> Levels(List<SpineBody> row, List<BodyShape> shapes, SpineBody? sacrum, double mm)
    {
        // Positions along the curve of the spine, not along the picture: lordosis shortens the rows between L5 and S1.
        var along = new List<(double, double)>();
        double at = 0;
        for (int i = 0; i < row.Count; i++)
        {
            at += i == 0 ? 0 : (row[i].Centre - row[i - 1].Centre).Length * mm;
            along.Add((at, shapes[i].Height));
        }

        double? top = sacrum is null || row.Count == 0 ? null : at + (DistanceTo(sacrum.Mask, row[^1].Centre) * mm);
        return LevelNaming.Name(along, top);
    }

    private static double DistanceTo(BodyMask mask, Point2 p)
    {
        double best = double.MaxValue;
        for (int i = 0; i < mask.Inside.Length; i++)
        {
            if (mask.Inside[i])
            {
                best = Math.Min(best, (new Point2(mask.Left + (i % mask.Width) + 0.5, mask.Top + (i / mask.Width) + 0.5) - p).Length);
            }
        }

        return best;
    }

    /// <summary>Direction to the head at a body, from its neighbours; below L5 towards the sacrum only half counts, for it lies far behind.</summary>
    private static Point2 Up(List<SpineBody> row, int i, SpineBody? sacrum)
    {
        var up = new Point2(0, 0);
        if (i > 0)
        {
            up += Unit(row[i - 1].Centre - row[i].Centre);
        }

        if (i + 1 < row.Count)
        {
            up += Unit(row[i].Centre - row[i + 1].Centre);
        }
        else if (sacrum is not null)
        {
            up += Unit(row[i].Centre - sacrum.Centre) * 0.5;
        }

        return up.Length < 1e-6 ? new Point2(0, -1) : up;
    }

    private static Point2 Unit(Point2 v) => v.Length == 0 ? v : v * (1 / v.Length);
}
