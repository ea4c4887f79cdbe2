using System.Globalization;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Document;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>Outlines, levels and densities on the sagittal picture.</summary>
internal sealed class SpineDrawing(ReportContext context, Canvas canvas, OverlayLayout layout, bool showsPlane)
{
    private const double LabelSize = 21;

    internal void Draw(SidePanel panel)
    {
        IReadOnlyList<IReadOnlyList<Measurement>> own = VertebraMeasurements.Assign(context.Result, out IReadOnlyList<Measurement> rest);
        using (canvas.Clip(0, layout.PictureTop, layout.PictureWidth, layout.PictureHeight))
        {
            for (int i = 0; i < own.Count; i++)
            {
                Body(context.Result.Vertebrae[i], i, Density(own[i]));
            }
        }

        ReportText text = context.Text;
        panel.Heading(text.Density);
        panel.VertebraHead();
        for (int i = 0; i < own.Count; i++)
        {
            VertebraResult vertebra = context.Result.Vertebrae[i];
            string flags = string.Join(", ", vertebra.Flags.Select(f => ReasonTexts.Text(f, context.Language)));
            panel.VertebraRow(Name(vertebra, i), Density(own[i]), own[i].FirstOrDefault(m => m.Code == "MEAN-HU"), flags);
        }

        foreach (Measurement measurement in rest)
        {
            panel.Row(measurement.Code == "VBMD-L1L2" ? text.MeanOfL1L2 : Codes.MeasurementOf(measurement.Code).MeaningIn(context.Language), measurement);
        }

        foreach (ResultReason reason in context.Result.Reasons)
        {
            panel.Note(ReasonTexts.Text(reason.Code, context.Language), Palette.Outside);
        }

        if (context.Result.DensitySource is { } source)
        {
            panel.Note(source == "Calibration" ? text.SourceCalibration : text.SourceNetwork, Palette.Faint);
        }

        panel.Heading(text.Legend);
        panel.LegendColours();
    }

    private void Body(VertebraResult vertebra, int index, Measurement? density)
    {
        List<Spot> outline = Outline(vertebra);
        if (outline.Count < 3)
        {
            return;
        }

        Colour colour = Palette.Of(density?.Normality ?? Normality.NotAssessed);
        canvas.Line(outline, colour, 2, isClosed: true);

        // In front of the body, where the picture shows soft tissue.
        string words = Name(vertebra, index) + (density?.Value is null ? "" : "  " + ValueText.Bare(density));
        double left = outline.Min(p => p.X), middle = (outline.Min(p => p.Y) + outline.Max(p => p.Y)) / 2;
        double width = canvas.Measure(words, LabelSize, true);
        double x = left - width - 14;
        x = x < 4 ? outline.Max(p => p.X) + 14 : x;
        canvas.Write(words, new Spot(x, middle + 7), LabelSize, colour, isBold: true, hasRim: true);
    }

    private List<Spot> Outline(VertebraResult vertebra)
    {
        if (showsPlane && context.Result.Plane is { } plane)
        {
            return [.. vertebra.PolygonPatientMm.Select(p => plane.FromPatient(p)).Select(p => layout.ToCanvas(p.Column, p.Row))];
        }

        return vertebra.PolygonPixels is { } pixels && (context.Options.Image?.SopInstanceUid is not { } shown || shown == pixels.SopInstanceUid)
            ? [.. pixels.Points.Select(p => layout.ToCanvas(p[0], p[1]))]
            : [];
    }

    private static string Name(VertebraResult vertebra, int index) => vertebra.Level ?? "#" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static Measurement? Density(IReadOnlyList<Measurement> own) => own.FirstOrDefault(m => m.Code == "VBMD-TRAB");
}
