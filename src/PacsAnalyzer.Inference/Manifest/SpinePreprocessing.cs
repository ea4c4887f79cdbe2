using System.Globalization;

namespace PacsAnalyzer.Inference;

/// <summary>From a CT volume to the segmenter's picture, in the order of models/README.md.</summary>
public sealed record SpinePreprocessing
{
    /// <summary>Side of a pixel, mm.</summary>
    public required double PixelMm { get; init; }

    /// <summary>Width of the window, HU.</summary>
    public required double WindowWidth { get; init; }

    /// <summary>Centre of the window, HU.</summary>
    public required double WindowLevel { get; init; }

    /// <summary>Side of the picture in pixels.</summary>
    public required int Size { get; init; }

    /// <summary>Mean of each channel, in units of 0..255.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>What the rest of each channel is divided by.</summary>
    public required IReadOnlyList<double> Std { get; init; }

    /// <summary>Value outside the volume, before standardising.</summary>
    public required double PaddingValue { get; init; }

    /// <summary>Distance of the neighbouring planes from the middle one, mm.</summary>
    public required double PlaneSpacingMm { get; init; }

    /// <summary>Factors that bring HU to 120 kVp, by tube voltage in kV.</summary>
    public required IReadOnlyDictionary<string, double> KvpScale { get; init; }

    /// <summary>
    /// <see cref="KvpScale"/> at a voltage: linear between the table's voltages; null outside the table.
    /// </summary>
    /// <param name="kvp">Tube voltage, kV (KVP, 0018,0060).</param>
    public double? ScaleAt(double kvp)
    {
        (double Kvp, double Scale)[] table = [.. KvpScale
            .Select(p => (double.Parse(p.Key, CultureInfo.InvariantCulture), p.Value)).OrderBy(p => p.Item1)];
        for (int i = 0; i < table.Length; i++)
        {
            if (kvp == table[i].Kvp)
            {
                return table[i].Scale;
            }

            if (i > 0 && kvp > table[i - 1].Kvp && kvp < table[i].Kvp)
            {
                double t = (kvp - table[i - 1].Kvp) / (table[i].Kvp - table[i - 1].Kvp);
                return table[i - 1].Scale + (t * (table[i].Scale - table[i - 1].Scale));
            }
        }

        return null;
    }

    internal IEnumerable<string> Problems()
    {
        if (!(PixelMm > 0) || !(WindowWidth > 0) || !(PlaneSpacingMm > 0) || Size is < 32 or > 4096)
        {
            yield return "preprocessing needs pixelMm, windowWidth and planeSpacingMm > 0 and size in 32..4096";
        }

        if (Mean.Count != 3 || Std.Count != 3 || Std.Any(s => s is not > 0))
        {
            yield return "preprocessing.mean and std must be three numbers each, std positive";
        }

        if (KvpScale.Count == 0 || KvpScale.Any(p => !double.TryParse(p.Key, NumberStyles.Float, CultureInfo.InvariantCulture, out double kvp) || kvp is not > 0 || p.Value is not > 0))
        {
            yield return "preprocessing.kvpScale must give positive factors by tube voltage";
        }
    }
}
