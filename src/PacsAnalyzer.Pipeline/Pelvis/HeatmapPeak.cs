using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>A landmark from a map of logits.</summary>
internal static class HeatmapPeak
{
    /// <summary>Centroid of the sigmoid values in the 5 x 5 round the maximum (cut at the edges), corner convention, and the maximum's sigmoid.</summary>
    public static (Point2 At, double Value) Find(ReadOnlySpan<float> logits, int width, int height)
    {
        int best = 0;
        for (int i = 1; i < logits.Length; i++)
        {
            if (logits[i] > logits[best])
            {
                best = i;
            }
        }

        int cx = best % width, cy = best / width;
        double sum = 0, sx = 0, sy = 0;
        for (int y = Math.Max(0, cy - 2); y <= Math.Min(height - 1, cy + 2); y++)
        {
            for (int x = Math.Max(0, cx - 2); x <= Math.Min(width - 1, cx + 2); x++)
            {
                double p = Sigmoid(logits[(y * width) + x]);
                sum += p;
                sx += p * (x + 0.5);
                sy += p * (y + 0.5);
            }
        }

        return (new Point2(sx / sum, sy / sum), Sigmoid(logits[best]));
    }

    private static double Sigmoid(double v) => 1 / (1 + Math.Exp(-v));
}
