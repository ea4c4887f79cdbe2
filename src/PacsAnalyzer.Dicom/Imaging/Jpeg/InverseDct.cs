namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>The inverse DCT of a block (ITU-T T.81 section A.3.3), separable, in single precision: off by less than half a grey level.</summary>
internal static class InverseDct
{
    private static readonly float[] Basis = MakeBasis();

    /// <summary>Transforms a block.</summary>
    /// <param name="coefficients">64 coefficients in natural order.</param>
    /// <param name="quantization">64 steps in natural order.</param>
    /// <param name="output">64 values, before the level shift.</param>
    public static void Transform(ReadOnlySpan<short> coefficients, ReadOnlySpan<int> quantization, Span<float> output)
    {
        Span<float> rows = stackalloc float[64];
        rows.Clear();
        for (int v = 0; v < 8; v++)
        {
            for (int u = 0; u < 8; u++)
            {
                int coefficient = coefficients[(v * 8) + u];
                if (coefficient == 0)
                {
                    continue;
                }

                float value = (float)coefficient * quantization[(v * 8) + u];
                for (int x = 0; x < 8; x++)
                {
                    rows[(v * 8) + x] += value * Basis[(u * 8) + x];
                }
            }
        }

        output[..64].Clear();
        for (int y = 0; y < 8; y++)
        {
            Span<float> line = output.Slice(y * 8, 8);
            for (int v = 0; v < 8; v++)
            {
                float weight = Basis[(v * 8) + y];
                for (int x = 0; x < 8; x++)
                {
                    line[x] += weight * rows[(v * 8) + x];
                }
            }
        }
    }

    private static float[] MakeBasis()
    {
        var basis = new float[64];
        for (int u = 0; u < 8; u++)
        {
            double scale = u == 0 ? Math.Sqrt(0.125) : 0.5;
            for (int x = 0; x < 8; x++)
            {
                basis[(u * 8) + x] = (float)(scale * Math.Cos(((2 * x) + 1) * u * Math.PI / 16));
            }
        }

        return basis;
    }
}
