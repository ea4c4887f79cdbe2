using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>
/// Chooses one box a landmark so that all together are probable and lie as in a pelvis. Where the best boxes agree with each other, they are taken;
/// a confident box in an impossible place gives way to the next one of its class.
/// </summary>
internal static class LandmarkAssembly
{
    /// <summary>Boxes of a class that are looked at.</summary>
    public const int Candidates = 3;

    // The simulated distribution is narrower than patients are: its distance counts half.
    private const double DistanceWeight = 0.25;

    // The contact of cup and bone lies on the cup's circle.
    private const double RadiusTolerance = 0.15;

    /// <summary>The five bony landmarks.</summary>
    /// <param name="candidates">Candidates by name, most probable first; names without one are absent.</param>
    /// <param name="groups">Groups of the manifest; those of bony names alone are used.</param>
    public static Dictionary<string, FoundPoint> Bones(IReadOnlyDictionary<string, IReadOnlyList<FoundPoint>> candidates, IReadOnlyList<PlausibilityGroup> groups)
    {
        PlausibilityGroup[] used = [.. groups.Where(g => g.Names.All(LandmarkNames.Pelvis.Contains))];
        return Best([.. candidates.Keys.Order(StringComparer.Ordinal)], candidates, new Dictionary<string, FoundPoint>(), used, cupOnRight: false, _ => 0);
    }

    /// <summary>The three points of one cup.</summary>
    /// <param name="candidates">Candidates on this side.</param>
    /// <param name="bones">The bony landmarks already chosen.</param>
    /// <param name="groups">Groups of the manifest; those that hold cup points are used.</param>
    /// <param name="cupOnRight">The patient's right cup.</param>
    public static Dictionary<string, FoundPoint> Cup(IReadOnlyDictionary<string, IReadOnlyList<FoundPoint>> candidates, IReadOnlyDictionary<string, FoundPoint> bones,
        IReadOnlyList<PlausibilityGroup> groups, bool cupOnRight)
    {
        PlausibilityGroup[] used = [.. groups.Where(g => g.Names.Any(LandmarkNames.Cup.Contains))];
        return Best([.. candidates.Keys.Order(StringComparer.Ordinal)], candidates, bones, used, cupOnRight, OffCircle);
    }

    private static Dictionary<string, FoundPoint> Best(string[] names, IReadOnlyDictionary<string, IReadOnlyList<FoundPoint>> candidates,
        IReadOnlyDictionary<string, FoundPoint> given, PlausibilityGroup[] groups, bool cupOnRight, Func<IReadOnlyDictionary<string, Point2>, double> penalty)
    {
        Dictionary<string, Point2> points = given.ToDictionary(g => g.Key, g => g.Value.At, StringComparer.Ordinal);
        var choice = new int[names.Length];
        int[] best = choice;
        double highest = double.NegativeInfinity;
        do
        {
            double score = 0;
            for (int i = 0; i < names.Length; i++)
            {
                FoundPoint p = candidates[names[i]][choice[i]];
                points[names[i]] = p.At;
                score += Math.Log(Math.Max(p.Confidence, 1e-6));
            }

            foreach (PlausibilityGroup group in groups)
            {
                double distance = Plausibility.Distance(group, points, cupOnRight) ?? 0;
                score -= DistanceWeight * distance * distance;
            }

            score -= penalty(points);
            if (score > highest)
            {
                highest = score;
                best = [.. choice];
            }
        }
        while (Next(choice, names, candidates));

        return names.Select((name, i) => (name, Point: candidates[name][best[i]])).ToDictionary(p => p.name, p => p.Point, StringComparer.Ordinal);
    }

    private static bool Next(int[] choice, string[] names, IReadOnlyDictionary<string, IReadOnlyList<FoundPoint>> candidates)
    {
        for (int i = 0; i < choice.Length; i++)
        {
            if (++choice[i] < candidates[names[i]].Count)
            {
                return true;
            }

            choice[i] = 0;
        }

        return false;
    }

    private static double OffCircle(IReadOnlyDictionary<string, Point2> p)
    {
        if (!p.TryGetValue(LandmarkNames.CupLateral, out Point2 lateral) || !p.TryGetValue(LandmarkNames.CupMedial, out Point2 medial)
            || !p.TryGetValue(LandmarkNames.CupContact, out Point2 contact))
        {
            return 0;
        }

        double radius = (medial - lateral).Length / 2, off = ((contact - Point2.Middle(lateral, medial)).Length / Math.Max(radius, 1e-6)) - 1;
        return Math.Min(8, off * off / (2 * RadiusTolerance * RadiusTolerance));
    }
}
