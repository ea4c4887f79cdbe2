using System.Globalization;
using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Factor from HU as scanned to HU at 120 kVp.</summary>
internal static class KvpScaling
{
    /// <summary>The manifest's factor; beyond its table the nearest end; 1 where the voltage is unknown.</summary>
    public static double Factor(double? kvp, SpinePreprocessing preprocessing)
    {
        if (kvp is not double v)
        {
            return 1;
        }

        return preprocessing.ScaleAt(v) ?? preprocessing.KvpScale
            .MinBy(p => Math.Abs(double.Parse(p.Key, CultureInfo.InvariantCulture) - v)).Value;
    }
}
