using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>From the network's outputs of one or more windows to bodies in the plane.</summary>
internal static class SpineDecoder
{
    private const double EdgePixels = 2;

    /// <summary>Bodies and sacra of one window, in plane pixels.</summary>
    public static List<SpineBody> Decode(SpineOutputs outputs, NetworkWindow window, int planeHeight, MaskRcnnManifest manifest)
    {
        var bodies = new List<SpineBody>();
        int count = outputs.Scores.Length, n = manifest.MaskRcnn.MaskSize;
        if (outputs.Boxes.Length != count * 4 || outputs.Masks.Length != count * n * n || outputs.Labels.Length != count || outputs.Densities.Length != count)
        {
            throw new InvalidDataException($"The network's outputs do not fit each other: {count} scores, {outputs.Boxes.Length} box values, {outputs.Masks.Length} mask values.");
        }

        for (int k = 0; k < count; k++)
        {
            int label = (int)Math.Round(outputs.Labels[k]);
            double score = outputs.Scores[k];
            if (label is not (1 or 2) || score <= 0 || score < (label == 1 ? manifest.Thresholds.Vertebra : manifest.Thresholds.Sacrum))
            {
                continue;
            }

            double x1 = outputs.Boxes[4 * k], y1 = outputs.Boxes[(4 * k) + 1], x2 = outputs.Boxes[(4 * k) + 2], y2 = outputs.Boxes[(4 * k) + 3];
            if (!(x2 - x1 >= 1 && y2 - y1 >= 1))
            {
                continue;
            }

            bool cutAbove = y1 < EdgePixels && window.Top > 0, cutBelow = y2 > window.Size - EdgePixels && window.Top + window.Size < planeHeight;
            bodies.Add(new SpineBody
            {
                Label = label, Score = score, Density = outputs.Densities[k],
                X1 = x1 + window.Left, Y1 = y1 + window.Top, X2 = x2 + window.Left, Y2 = y2 + window.Top,
                Mask = BodyMask.Paste(outputs.Masks.AsSpan(k * n * n, n * n), n, x1 + window.Left, y1 + window.Top, x2 + window.Left, y2 + window.Top, (float)manifest.MaskRcnn.MaskThreshold),
                IsCutByWindow = cutAbove || cutBelow,
            });
        }

        return bodies;
    }

    /// <summary>Merges windows: whole bodies before cut ones, then by score; what overlaps a kept one is dropped. Empty masks are dropped. From cranial to caudal.</summary>
    public static List<SpineBody> Merge(IEnumerable<SpineBody> found, double nmsIou)
    {
        var kept = new List<SpineBody>();
        foreach (SpineBody body in found.Where(b => b.Mask.Area > 0).OrderBy(b => b.IsCutByWindow).ThenByDescending(b => b.Score))
        {
            bool twice = kept.Exists(k => k.Label == body.Label
                ? k.Overlap(body) > nmsIou || Covers(k, body)
                : k.Overlap(body) > nmsIou && k.Score >= body.Score);
            if (!twice)
            {
                kept.Add(body);
            }
        }

        // A film shows one sacrum: the best one anchors the names.
        SpineBody? sacrum = kept.Where(b => b.Label == 2).MaxBy(b => b.Score);
        return [.. kept.Where(b => b.Label == 1 || ReferenceEquals(b, sacrum)).OrderBy(b => b.Centre.Y)];
    }

    private static bool Covers(SpineBody kept, SpineBody other)
    {
        // The cut half of a body lies inside the whole one of the next window, whatever the boxes' ratio.
        double x = (other.X1 + other.X2) / 2, y = (other.Y1 + other.Y2) / 2;
        int column = (int)Math.Floor(x) - kept.Mask.Left, row = (int)Math.Floor(y) - kept.Mask.Top;
        return column >= 0 && row >= 0 && column < kept.Mask.Width && row < kept.Mask.Height && kept.Mask.Inside[(row * kept.Mask.Width) + column];
    }
}
