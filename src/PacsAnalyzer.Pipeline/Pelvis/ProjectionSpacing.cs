using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Pixel spacing of a projection radiograph and what it rests on (PS3.3 section 10.7.1).</summary>
internal static class ProjectionSpacing
{
    private const double Same = 1e-4;

    /// <summary>
    /// Pixel Spacing that differs from Imager Pixel Spacing is calibrated (GEOMETRY, FIDUCIAL) or, with no type given, corrected for an assumed magnification.
    /// Equal or alone it is the detector's: divided by the estimated magnification where that is stated, else labelled as such.
    /// </summary>
    public static SpacingInfo Of(InstanceHeader header)
    {
        IReadOnlyList<double>? pixel = Valid(header.PixelSpacing), imager = Valid(header.ImagerPixelSpacing);
        bool calibrationStated = header.PixelSpacingCalibrationType.ToUpperInvariant() is "GEOMETRY" or "FIDUCIAL";
        if (pixel is not null && (imager is null || !AreEqual(pixel, imager)))
        {
            if (calibrationStated)
            {
                return new SpacingInfo(pixel, SpacingSource.Calibrated);
            }

            if (imager is not null)
            {
                return new SpacingInfo(pixel, SpacingSource.MagnificationCorrected);
            }
        }

        IReadOnlyList<double>? detector = imager ?? pixel ?? Valid(header.NominalScannedPixelSpacing);
        if (detector is null)
        {
            return new SpacingInfo([], SpacingSource.None);
        }

        return header.MagnificationFactor is double m and > 1.0 and < 3.0
            ? new SpacingInfo([detector[0] / m, detector[1] / m], SpacingSource.MagnificationCorrected)
            : new SpacingInfo(detector, SpacingSource.DetectorPlane);
    }

    private static IReadOnlyList<double>? Valid(IReadOnlyList<double>? spacing) =>
        spacing is { Count: 2 } && spacing.All(s => s is > 0.005 and < 5) ? spacing : null;

    private static bool AreEqual(IReadOnlyList<double> a, IReadOnlyList<double> b) =>
        Math.Abs(a[0] - b[0]) < Same && Math.Abs(a[1] - b[1]) < Same;
}
