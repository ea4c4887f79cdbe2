using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Keeps the row of bodies that can be one spine; the sternum and the pubis are no vertebrae.</summary>
internal static class BodyChain
{
    private const double LeastStepMm = 9;
    private const double LongestStepMm = 150;
    private const double UsualStepMm = 50;

    /// <summary>The bodies of the heaviest chain (score times area, less for steps that skip bodies), cranial to caudal.</summary>
    /// <param name="bodies">Vertebral bodies, any order.</param>
    /// <param name="sacrum">The sacrum, if seen: what lies below its middle is no lumbar body.</param>
    /// <param name="pixelMm">Pixel size.</param>
    public static List<SpineBody> Longest(IEnumerable<SpineBody> bodies, SpineBody? sacrum, double pixelMm)
    {
        List<SpineBody> all = [.. bodies.Where(b => sacrum is null || !IsInSacrum(b, sacrum)).OrderBy(b => b.Centre.Y)];
        if (all.Count == 0)
        {
            return all;
        }

        double[] best = new double[all.Count];
        int[] before = new int[all.Count];
        for (int i = 0; i < all.Count; i++)
        {
            double own = all[i].Score * all[i].Mask.Area;
            best[i] = own;
            before[i] = -1;
            for (int j = 0; j < i; j++)
            {
                Point2 step = (all[i].Centre - all[j].Centre) * pixelMm;
                if (step.Length is < LeastStepMm or > LongestStepMm || Math.Abs(step.X) > step.Y + 6)
                {
                    continue;
                }

                double penalty = step.Length > UsualStepMm ? 0.5 * own * (step.Length - UsualStepMm) / UsualStepMm : 0;
                if (best[j] + own - penalty > best[i])
                {
                    best[i] = best[j] + own - penalty;
                    before[i] = j;
                }
            }
        }

        var chain = new List<SpineBody>();
        for (int at = Array.IndexOf(best, best.Max()); at >= 0; at = before[at])
        {
            chain.Add(all[at]);
        }

        chain.Reverse();
        return chain;
    }

    private static bool IsInSacrum(SpineBody body, SpineBody sacrum)
    {
        if (body.Centre.Y > sacrum.Centre.Y)
        {
            return true;
        }

        int column = (int)Math.Floor(body.Centre.X) - sacrum.Mask.Left, row = (int)Math.Floor(body.Centre.Y) - sacrum.Mask.Top;
        return column >= 0 && row >= 0 && column < sacrum.Mask.Width && row < sacrum.Mask.Height && sacrum.Mask.Inside[(row * sacrum.Mask.Width) + column];
    }
}
