using System.Globalization;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Where the densities of a series come from, and why they are not assessed.</summary>
/// <param name="Calibration">The matching entry; null: the network's densities.</param>
/// <param name="Unassessed">Reason code when densities are not judged.</param>
/// <param name="Text">That reason in words.</param>
internal sealed record DensitySource(DensityCalibration? Calibration, string? Unassessed, string Text)
{
    /// <summary>As results write it.</summary>
    public string Name => Calibration is null ? "Network" : "Calibration";

    /// <summary>Decides. Null when several calibrations match: an error of the configuration, said in <paramref name="error"/>.</summary>
    public static DensitySource? Decide(InstanceHeader header, bool contrast, IReadOnlyList<DensityCalibration> calibrations, out string error)
    {
        error = "";
        if (contrast)
        {
            return new DensitySource(null, ReasonCodes.Contrast, "Contrast agent was given: densities are not assessed.");
        }

        if (header.Kvp is null)
        {
            return new DensitySource(null, ReasonCodes.NoKvp, "The tube voltage (KVP) is not stated: densities are not assessed.");
        }

        IReadOnlyList<DensityCalibration> matching = DensityCalibration.Matching(calibrations, header);
        if (matching.Count > 1)
        {
            error = string.Create(CultureInfo.InvariantCulture, $"{matching.Count} entries of Spine:Calibrations match {header.Manufacturer} {header.ManufacturerModelName} at {header.Kvp} kVp; leave one.");
            return null;
        }

        return matching.Count == 1
            ? new DensitySource(matching[0], null, "")
            : new DensitySource(null, ReasonCodes.NotCalibrated, "No calibration matches this scanner and voltage: densities are the network's, not assessed.");
    }
}
