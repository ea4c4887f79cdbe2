using System.Globalization;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>What a series must be before its pixels are read.</summary>
internal static class VolumeChecks
{
    /// <summary>The reason to refuse a series, or null.</summary>
    /// <param name="geometry">Its geometry.</param>
    /// <param name="headers">All its instances.</param>
    /// <param name="unreadable">The first file that could not be read, if any.</param>
    public static ResultReason? Refuse(SeriesGeometry geometry, IReadOnlyList<InstanceHeader> headers, string? unreadable)
    {
        if (headers.All(h => h.IsLocalizer))
        {
            return new ResultReason(ReasonCodes.Localizer, "Localizer images are planned with, not measured.");
        }

        if (headers.All(h => !h.HasPixelData))
        {
            return new ResultReason(ReasonCodes.NoPixelData, "No instance holds pixel data.");
        }

        if (geometry.Slices.Count == 0)
        {
            return new ResultReason(ReasonCodes.NoGeometry, headers.Any(h => h.NumberOfFrames > 1)
                ? "Multi-frame CT is not taken: send single-frame CT images."
                : "Image Position, Image Orientation or Pixel Spacing is missing or contradicts itself.");
        }

        int needed = geometry.Orientation == SliceOrientation.Sagittal ? VolumeLimits.SagittalSlices : VolumeLimits.OtherSlices;
        if (geometry.Slices.Count < needed)
        {
            return geometry.Others.Count >= needed
                ? new ResultReason(ReasonCodes.NoGeometry, Text($"{geometry.Others.Count} of {headers.Count} images have no plane or another one."))
                : new ResultReason(ReasonCodes.TooFewSlices, Text($"{geometry.Slices.Count} slices; {needed} are needed."));
        }

        if (geometry.Gaps.Count > 0)
        {
            string also = unreadable is null ? "" : $" An unreadable file: {unreadable}";
            return new ResultReason(ReasonCodes.Gaps, Text($"{geometry.Gaps.Sum(g => g.Missing)} slices are missing inside the volume.") + also);
        }

        double length = AlongSpine(geometry);
        if (length < VolumeLimits.LengthMm)
        {
            return new ResultReason(ReasonCodes.TooFewSlices, Text($"The volume shows {length:0} mm along the spine; {VolumeLimits.LengthMm:0} mm are needed."));
        }

        return geometry.Orientation == SliceOrientation.Axial && geometry.SpacingMm > VolumeLimits.SpacingMm
            ? new ResultReason(ReasonCodes.TooFewSlices, Text($"Slices are {geometry.SpacingMm:0.0} mm apart; at most {VolumeLimits.SpacingMm:0.0} mm."))
            : null;
    }

    private static double AlongSpine(SeriesGeometry geometry)
    {
        InstanceHeader first = geometry.Slices[0];
        return geometry.Orientation == SliceOrientation.Axial
            ? geometry.LengthMm + geometry.SpacingMm
            : Math.Max(first.Rows * first.PixelSpacing![0] * Math.Abs(geometry.ColumnDirection.Z), first.Columns * first.PixelSpacing[1] * Math.Abs(geometry.RowDirection.Z));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
