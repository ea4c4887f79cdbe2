using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Where the spine lies from side to side, by bone content alone: a start for the network's own search.</summary>
internal static class BoneProfile
{
    private const double BinMm = 2;
    private const double SmoothMm = 24;
    private const double NearMiddleMm = 35;

    /// <summary>Lateral position (LPS x, mm) with the most bone near the patient's middle.</summary>
    /// <param name="volume">Volume.</param>
    /// <param name="kvpFactor">Factor to 120 kVp.</param>
    public static double Lateral(HuVolume volume, double kvpFactor)
    {
        double left = double.MaxValue, right = double.MinValue;
        foreach (int c in (int[])[0, volume.Columns - 1])
        {
            foreach (int r in (int[])[0, volume.Rows - 1])
            {
                foreach (int s in (int[])[0, volume.Slices - 1])
                {
                    double x = volume.ToPatient(c, r, s).X;
                    left = Math.Min(left, x);
                    right = Math.Max(right, x);
                }
            }
        }

        int bins = (int)((right - left) / BinMm) + 1;
        var bone = new double[bins];
        double tissue = 0, sum = 0;
        int stepC = Stride(volume.ColumnStep), stepR = Stride(volume.RowStep), stepS = Stride(volume.SliceStep);
        for (int s = 0; s < volume.Slices; s += stepS)
        {
            for (int r = 0; r < volume.Rows; r += stepR)
            {
                Vector3 at = volume.ToPatient(0, r, s);
                for (int c = 0; c < volume.Columns; c += stepC)
                {
                    double hu = volume[c, r, s] * kvpFactor, x = at.X + (volume.ColumnStep.X * c);
                    if (hu > -300)
                    {
                        tissue++;
                        sum += x;
                    }

                    if (hu is > 180 and < 1500)
                    {
                        bone[(int)((x - left) / BinMm)]++;
                    }
                }
            }
        }

        double middle = tissue == 0 ? (left + right) / 2 : sum / tissue;
        int half = (int)(SmoothMm / BinMm / 2);
        double best = -1, chosen = middle;
        for (int i = 0; i < bins; i++)
        {
            double x = left + ((i + 0.5) * BinMm), total = 0;
            for (int k = Math.Max(0, i - half); k <= Math.Min(bins - 1, i + half); k++)
            {
                total += bone[k];
            }

            double score = total * Math.Exp(-Math.Pow((x - middle) / NearMiddleMm, 2) / 2);
            if (score > best)
            {
                best = score;
                chosen = x;
            }
        }

        return best <= 0 ? middle : chosen;
    }

    private static int Stride(Vector3 step) => Math.Max(1, (int)(2.0 / Math.Max(step.Length, 1e-3)));
}
