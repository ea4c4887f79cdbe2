using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Document;
using PacsAnalyzer.SrWriter.Overlay;

namespace PacsAnalyzer.SrWriter;

/// <summary>Makes the structured report and the overlay of a result.</summary>
public static class ReportWriter
{
    /// <summary>Writes both. The same result, job and options give the same UIDs.</summary>
    /// <param name="result">A measured, refused or failed result; a spine result brings its plane.</param>
    /// <param name="source">The analysed series.</param>
    /// <param name="options">Language, observer, time, form.</param>
    /// <exception cref="ArgumentException">The result contradicts the source or itself: another series, an image that is not there.</exception>
    /// <exception cref="DrawingException">libcairo is missing.</exception>
    /// <exception cref="DicomDataException">The source has no SOP Class or Instance UID.</exception>
    public static ReportObjects Write(AnalysisResult result, SourceSeries source, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        if (source.First.GetString(DicomTag.StudyInstanceUID) != result.StudyInstanceUid || source.First.GetString(DicomTag.SeriesInstanceUID) != result.SeriesInstanceUid)
        {
            throw new ArgumentException($"The result is of series {result.SeriesInstanceUid}, the source is {source.First.GetString(DicomTag.SeriesInstanceUID)}.", nameof(source));
        }

        var context = new ReportContext(result, source, options);
        var uids = new ResultUids(result, options);
        var picture = new OverlayPicture(context);
        if (options.Form != ReportForm.Comprehensive3D && picture.ShowsPlane)
        {
            context = context with
            {
                PlaneOnOverlay = (new SopReference(uids.OverlayClass, uids.Overlay), (column, row) =>
                {
                    Spot spot = picture.Layout.ToCanvas(column, row);
                    return (spot.X, spot.Y);
                }),
            };
        }

        byte[] rgb = picture.Draw();
        return new ReportObjects(
            ReportDocument.Build(context, uids),
            OverlayDocument.Build(context, uids, picture.Layout, rgb),
            PngEncoder.Encode(rgb, picture.Layout.Width, picture.Layout.Height));
    }
}
