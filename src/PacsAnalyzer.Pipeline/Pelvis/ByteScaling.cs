namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Removal of the lowest values and scaling to 0..255.</summary>
internal static class ByteScaling
{
    /// <summary>Values below the given quantile are raised to it; then low..high is brought to 0..255, rounded half up.</summary>
    public static Plane8 Apply(PlaneF image, double lowestFraction)
    {
        float low = (float)Quantile(image.Values, lowestFraction);
        float high = image.Values.Max();
        float factor = 255f / Math.Max(high - low, 1e-6f);
        var bytes = new byte[image.Values.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            float scaled = (Math.Max(image.Values[i], low) - low) * factor;
            bytes[i] = (byte)Math.Clamp(MathF.Floor(scaled + 0.5f), 0, 255);
        }

        return new Plane8(bytes, image.Width, image.Height);
    }

    /// <summary>Quantile, linear between ranks: rank q * (n - 1).</summary>
    public static double Quantile(float[] values, double fraction)
    {
        float[] sorted = (float[])values.Clone();
        Array.Sort(sorted);
        double rank = fraction * (sorted.Length - 1);
        int below = Math.Min((int)rank, sorted.Length - 1);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((rank - below) * ((double)sorted[above] - sorted[below]));
    }
}
