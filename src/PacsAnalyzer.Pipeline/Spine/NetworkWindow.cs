using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>The part of a plane that one run of the network sees.</summary>
/// <param name="Left">Column of the plane at the network's left edge; negative where padded.</param>
/// <param name="Top">Row of the plane at the network's top edge; negative where padded.</param>
/// <param name="Size">Side of the network's picture.</param>
internal readonly record struct NetworkWindow(int Left, int Top, int Size)
{
    /// <summary>Rows that neighbouring windows share: a body and a half, so that each body is whole in one of them.</summary>
    public const int Overlap = 128;

    /// <summary>Windows over a plane: one, centred, where the plane fits; else along the spine, overlapping. Columns are cropped round <paramref name="centreColumn"/>.</summary>
    public static IReadOnlyList<NetworkWindow> Cover(int width, int height, int size, int? centreColumn = null)
    {
        int left = width <= size ? -((size - width) / 2)
            : Math.Clamp((centreColumn ?? (width / 2)) - (size / 2), 0, width - size);
        if (height <= size)
        {
            return [new NetworkWindow(left, -((size - height) / 2), size)];
        }

        int count = (int)Math.Ceiling((double)(height - Overlap) / (size - Overlap));
        return [.. Enumerable.Range(0, count).Select(i => new NetworkWindow(left, (int)Math.Round((double)(height - size) * i / (count - 1)), size))];
    }

    /// <summary>Three planes to the network's input [1, 3, size, size]: HU to 120 kVp, window, padding, standardised.</summary>
    public float[] Fill(IReadOnlyList<float[]> planes, int width, int height, double kvpFactor, SpinePreprocessing c)
    {
        var input = new float[planes.Count * Size * Size];
        for (int channel = 0; channel < planes.Count; channel++)
        {
            float mean = (float)c.Mean[channel], std = (float)c.Std[channel];
            float[] plane = planes[channel];
            int at = channel * Size * Size;
            for (int row = 0; row < Size; row++)
            {
                int y = row + Top;
                for (int column = 0; column < Size; column++, at++)
                {
                    int x = column + Left;
                    bool inside = x >= 0 && y >= 0 && x < width && y < height;
                    float hu = inside ? plane[(y * width) + x] : float.NaN;
                    float value = float.IsNaN(hu) ? (float)c.PaddingValue : Grey(hu * kvpFactor, c);
                    input[at] = (value - mean) / std;
                }
            }
        }

        return input;
    }

    /// <summary>HU at 120 kVp to 0..255, not rounded.</summary>
    internal static float Grey(double hu, SpinePreprocessing c) =>
        (float)(Math.Clamp((hu - (c.WindowLevel - (c.WindowWidth / 2))) / c.WindowWidth, 0, 1) * 255);
}
