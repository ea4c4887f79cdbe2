namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Names of the bodies, counted upwards from the sacrum.</summary>
internal static class LevelNaming
{
    /// <summary>A step between middles this many times the expected one holds a body that was not found.</summary>
    private const double Hole = 1.55;

    /// <summary>Names from the sacrum upwards.</summary>
    public static IReadOnlyList<string> Upwards { get; } =
        ["L5", "L4", "L3", "L2", "L1", "T12", "T11", "T10", "T9", "T8", "T7", "T6", "T5", "T4", "T3", "T2", "T1"];

    /// <summary>Level of each body, from cranial to caudal; null without a sacrum or above T1. Holes in the row are counted, not skipped over.</summary>
    /// <param name="bodies">Middle and height (both mm along the spine, growing to the feet) of each body, cranial to caudal.</param>
    /// <param name="sacrumTop">Top of the sacrum in the same measure; null when none is seen.</param>
    public static IReadOnlyList<string?> Name(IReadOnlyList<(double Middle, double Height)> bodies, double? sacrumTop)
    {
        var names = new string?[bodies.Count];
        if (sacrumTop is not double top || bodies.Count == 0)
        {
            return names;
        }

        double typical = TypicalStep(bodies);
        int level = -1;
        for (int i = bodies.Count - 1; i >= 0; i--)
        {
            if (bodies[i].Middle > top + (bodies[i].Height / 2))
            {
                // Below the upper end of the sacrum: no lumbar body.
                continue;
            }

            if (level < 0)
            {
                // Half a body and a disc lie between the middle of L5 and the sacrum.
                double below = top - bodies[i].Middle;
                level = below > 1.3 * typical ? (int)Math.Round((below - (0.65 * typical)) / typical) : 0;
            }
            else
            {
                double step = NextBelow(bodies, i) - bodies[i].Middle;

                // Bodies grow smaller upwards, so a step is compared with its own neighbourhood.
                double expected = (typical + (1.25 * bodies[i].Height)) / 2;
                level += step > Hole * expected ? (int)Math.Round(step / expected) : 1;
            }

            names[i] = level < Upwards.Count ? Upwards[level] : null;
        }

        return names;
    }

    private static double NextBelow(IReadOnlyList<(double Middle, double Height)> bodies, int i) => bodies[i + 1].Middle;

    private static double TypicalStep(IReadOnlyList<(double Middle, double Height)> bodies)
    {
        double[] steps = [.. bodies.Zip(bodies.Skip(1), (a, b) => b.Middle - a.Middle).Order()];
        double byHeight = bodies.Select(b => 1.3 * b.Height).Order().ElementAt(bodies.Count / 2);
        return steps.Length == 0 ? byHeight : Math.Min(steps[(steps.Length - 1) / 2], 1.3 * byHeight);
    }
}
