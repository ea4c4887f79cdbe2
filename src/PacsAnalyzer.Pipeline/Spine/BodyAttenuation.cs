namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Mean attenuation of the eroded body.</summary>
/// <param name="MeanHu">Mean over the three planes, HU as scanned; null when nothing is left.</param>
/// <param name="Agreement">1 where the three planes' means are alike, less by their spread in 100 HU, 0 at least.</param>
internal readonly record struct BodyAttenuation(double? MeanHu, double Agreement)
{
    private const double SpreadHu = 100;
    private const int FewestPixels = 20;

    /// <summary>Measures. Where the erosions leave too little, fewer are taken.</summary>
    public static BodyAttenuation Of(BodyMask mask, ChosenPlane plane, int erosions)
    {
        for (int k = erosions; k >= 0; k--)
        {
            bool[] inside = mask.Eroded(k);
            if (inside.Count(i => i) < FewestPixels && k > 0)
            {
                continue;
            }

            double[] means = [.. plane.Planes.Select(p => Mean(p, inside, mask, plane.Frame)).Where(m => m is not null).Select(m => m!.Value)];
            return means.Length == 0 ? new BodyAttenuation(null, 0) : new BodyAttenuation(means.Average(), Math.Clamp(1 - ((means.Max() - means.Min()) / SpreadHu), 0, 1));
        }

        return new BodyAttenuation(null, 0);
    }

    private static double? Mean(float[] hu, bool[] inside, BodyMask mask, PlaneFrame frame)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            int x = mask.Left + (i % mask.Width), y = mask.Top + (i / mask.Width);
            if (inside[i] && x >= 0 && y >= 0 && x < frame.Width && y < frame.Height && !float.IsNaN(hu[(y * frame.Width) + x]))
            {
                sum += hu[(y * frame.Width) + x];
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }
}
