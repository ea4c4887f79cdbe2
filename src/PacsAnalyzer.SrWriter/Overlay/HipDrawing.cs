using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Document;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>Landmarks, lines, angles and values of a film.</summary>
internal sealed class HipDrawing(ReportContext context, Canvas canvas, OverlayLayout layout)
{
    private const double Thin = 1.4;
    private const double Bold = 2.4;
    private const double LabelSize = 23;

    private readonly IReadOnlyList<Landmark> _landmarks = context.Result.Landmarks;
    private readonly List<(double X, double Y, double Width)> _labels = [];

    internal void Draw(SidePanel panel)
    {
        using (canvas.Clip(0, layout.PictureTop, layout.PictureWidth, layout.PictureHeight))
        {
            var first = new HipFigure(_landmarks, "cup");
            References(first);
            foreach (string cup in HipFigure.HasSecondCup(_landmarks) ? ["cup", "cup2"] : new[] { "cup" })
            {
                Cup(new HipFigure(_landmarks, cup), cup);
            }

            Offsets(first);
            foreach (Landmark landmark in _landmarks)
            {
                canvas.Mark(layout.ToCanvas(landmark.Column, landmark.Row), Palette.Landmark, 5.5, 1.5);
            }

            Sides();
        }

        Panel(panel);
    }

    private void References(HipFigure figure)
    {
        if (figure.Ischial is { } c)
        {
            Extended(c, 0.12, "c");
        }

        if (figure.Teardrops is { } d)
        {
            Extended(d, 0.55, "d");
        }

        if (figure.Midline is { } e && figure.Teardrops is { } base_)
        {
            Spot top = layout.ToCanvas(e[1]), bottom = layout.ToCanvas(e[0]);
            Spot along = At(base_[1]) - At(base_[0]);
            Spot up = new Spot(along.Y, -along.X) * (1 / along.Length);
            up = up.Y > 0 ? up * -1 : up;
            Spot high = top + (up * (along.Length * 0.42)), low = bottom + (up * (-along.Length * 0.18));
            canvas.Line([high, low], Palette.Reference, Thin, isDashed: true);
            Label("e", high + new Spot(8, 4), Palette.Reference, 20);
        }
    }

    private void Extended(IReadOnlyList<(double Column, double Row)> line, double by, string name)
    {
        Spot a = At(line[0]), b = At(line[1]), along = (b - a) * by;
        canvas.Line([a - along, b + along], Palette.Reference, Thin);
        Label(name, b + along + new Spot(6, -6), Palette.Reference, 20);
    }

    private void Cup(HipFigure figure, string cup)
    {
        if (figure.Diameter is not { } diameter)
        {
            return;
        }

        Spot lateral = At(diameter[0]), medial = At(diameter[1]), centre = Spot.Middle(lateral, medial);
        double radius = (lateral - medial).Length / 2;
        Measurement? inclination = Find("CUP-INCL", cup), coverage = Find("CUP-COVER", cup);
        Colour colour = Palette.Of(inclination?.Normality ?? Normality.NotAssessed);
        canvas.Line([lateral, medial], colour, Bold);
        Label("a", lateral + (Unit(lateral - medial) * 20) + new Spot(-6, 6), colour, 20);
        if (inclination?.Value is not null && figure.Ischial is { } c)
        {
            Spot line = Unit(At(c[1]) - At(c[0]));
            line = ((lateral - medial).X * line.X) + ((lateral - medial).Y * line.Y) < 0 ? line * -1 : line;
            canvas.Line([medial, medial + (line * (radius * 2.1))], colour, Thin, isDashed: true);
            (double from, double to) = Sweep(line.Angle, (lateral - medial).Angle);
            canvas.Arc(medial, radius * 1.15, from, to, colour, 2);
            Spot middle = new(Math.Cos((from + to) / 2), Math.Sin((from + to) / 2));
            Beside(ValueText.Value(inclination), medial + (middle * ((radius * 1.15) + 16)), middle, colour);
        }

        if (coverage?.Value is not null && figure.Coverage is { } arc)
        {
            Colour shade = Palette.Of(coverage.Normality);
            Spot contact = At(arc[2]);
            canvas.Line([centre, contact], shade, Thin, isDashed: true);
            (double from, double to) = OverDome((medial - centre).Angle, (contact - centre).Angle);
            double outer = Math.Max(radius, (contact - centre).Length) + 14;
            canvas.Arc(centre, outer, from, to, shade, Bold);
            Spot middle = new(Math.Cos((from + to) / 2), Math.Sin((from + to) / 2));
            Beside(ValueText.Value(coverage), centre + (middle * (outer + 14)), middle, shade);
        }
    }

    private void Offsets(HipFigure figure)
    {
        if (figure.Centres is not { } centres || figure.Teardrops is not { } d)
        {
            return;
        }

        Measurement? vertical = Find("HRC-VOFF", "cup"), horizontal = Find("HRC-HOFF", "cup");
        for (int i = 0; i < centres.Count; i++)
        {
            Spot centre = At(centres[i]), foot = At(HipFigure.Foot(centres[i], d));
            Colour shade = Palette.Of(vertical?.Normality ?? Normality.NotAssessed);
            canvas.Line([centre, foot], shade.WithAlpha(0.9), Thin, isDashed: true);
            canvas.Mark(centre, shade, 4, 1.3);
            if (i == 0 && vertical?.Value is not null)
            {
                bool toLeft = centre.X < At(centres[1]).X;
                Beside("v " + ValueText.Value(vertical), foot + new Spot(toLeft ? -10 : 10, 20), new Spot(toLeft ? -1 : 1, 0), shade);
            }

            if (horizontal is not null && figure.Midline is { } e)
            {
                Spot axis = Unit(At(d[1]) - At(d[0]));
                Spot onAxis = At(e[1]);
                double reach = ((onAxis - centre).X * axis.X) + ((onAxis - centre).Y * axis.Y);
                Colour colour = Palette.Of(horizontal.Normality);
                canvas.Line([centre, centre + (axis * reach)], colour.WithAlpha(0.9), Thin, isDashed: true);
                if (i == 0 && horizontal.Value is not null)
                {
                    string words = "h " + ValueText.Value(horizontal);
                    Spot at = centre + (axis * (reach * 0.68));
                    Label(words, at + new Spot(-canvas.Measure(words, LabelSize, true) / 2, -12), colour, LabelSize);
                }
            }
        }
    }

    /// <summary>R and L in the upper corners of the picture, as the landmarks lie or Patient Orientation says.</summary>
    private void Sides()
    {
        if (context.Result.Reasons.Any(r => r.Code == ReasonCodes.SideUncertain))
        {
            return;
        }

        Landmark? left = _landmarks.FirstOrDefault(l => l.Name == "teardrop.left"), right = _landmarks.FirstOrDefault(l => l.Name == "teardrop.right");
        bool? leftIsRight = left is not null && right is not null ? left.Column > right.Column
            : context.Source.First.GetStrings(DicomTag.PatientOrientation) is [{ Length: > 0 } row, ..] ? row[0] == 'L' : null;
        if (leftIsRight is bool known)
        {
            double y = layout.PictureTop + 56;
            Label(known ? context.Text.Right : context.Text.Left, new Spot(26, y), Palette.Text, 44);
            string other = known ? context.Text.Left : context.Text.Right;
            Label(other, new Spot(layout.PictureWidth - 26 - canvas.Measure(other, 44, true), y), Palette.Text, 44);
        }
    }

    private void Panel(SidePanel panel)
    {
        ReportText text = context.Text;
        bool isBilateral = HipFigure.HasSecondCup(_landmarks);
        foreach (IGrouping<string, Measurement> side in context.Result.Measurements.GroupBy(m => m.Side ?? "").OrderBy(g => g.Key.Length == 0 ? "Z" : g.Key, StringComparer.Ordinal))
        {
            panel.Heading(side.Key switch
            {
                "L" => $"{text.LeftHip} ({text.Left})",
                "R" => $"{text.RightHip} ({text.Right})",
                _ when isBilateral => $"{text.BothHips}, {text.LeftMinusRight}",
                _ => $"{text.Hip}, {text.SideUncertain}",
            });
            foreach (Measurement measurement in side)
            {
                panel.Row(Name(measurement.Code), measurement);
            }
        }

        foreach (ResultReason reason in context.Result.Reasons)
        {
            panel.Note(ReasonTexts.Text(reason.Code, context.Language), Palette.Outside);
        }

        panel.Heading(text.Legend);
        panel.LegendColours();
        panel.LegendLine(Palette.Text, Codes.CupDiameterLine.MeaningIn(context.Language));
        panel.LegendLine(Palette.Reference, Codes.IschialLine.MeaningIn(context.Language));
        panel.LegendLine(Palette.Reference, Codes.TeardropLine.MeaningIn(context.Language));
        panel.LegendLine(Palette.Reference, Codes.Midline.MeaningIn(context.Language), isDashed: true);
        panel.LegendMark(Palette.Landmark, text.Landmarks);
    }

    private string Name(string code) => code switch
    {
        "CUP-INCL" => context.Text.Abduction,
        "CUP-COVER" => context.Text.Coverage,
        "HRC-VOFF" => context.Text.VerticalOffset + " (v)",
        "HRC-HOFF" => context.Text.HorizontalOffset + " (h)",
        _ => Codes.MeasurementOf(code).MeaningIn(context.Language),
    };

    /// <summary>The measurement of a cup: by its side, or by order where the side is uncertain.</summary>
    private Measurement? Find(string code, string cup)
    {
        List<Measurement> found = [.. context.Result.Measurements.Where(m => m.Code == code)];
        Measurement? byCup = found.Find(m => m.Side is not null && HipFigure.CupOf(_landmarks, m.Side) == cup);
        int index = cup == "cup2" ? 1 : 0;
        return byCup ?? (index < found.Count && found[index].Side is null ? found[index] : null);
    }

    private void Beside(string words, Spot at, Spot away, Colour colour)
    {
        double width = canvas.Measure(words, LabelSize, true);
        Label(words, new Spot(at.X + (away.X < -0.3 ? -width : away.X > 0.3 ? 0 : -width / 2), at.Y + (away.Y * 10) + 7), colour, LabelSize);
    }

    /// <summary>Writes a label inside the picture, moved down or up where another one lies already.</summary>
    private void Label(string words, Spot at, Colour colour, double size)
    {
        double width = canvas.Measure(words, size, true);
        double x = Math.Clamp(at.X, 6, Math.Max(6, layout.PictureWidth - width - 6));
        double y = Math.Clamp(at.Y, layout.PictureTop + size, layout.PictureTop + layout.PictureHeight - 8);
        for (int tries = 0; tries < 6 && _labels.Exists(l => Math.Abs(l.Y - y) < size && x < l.X + l.Width && l.X < x + width); tries++)
        {
            y += size * 1.05;
        }

        _labels.Add((x, y, width));
        canvas.Write(words, new Spot(x, y), size, colour, isBold: true, hasRim: true);
    }

    private Spot At((double Column, double Row) point) => layout.ToCanvas(point);

    private static Spot Unit(Spot v) => v.Length == 0 ? new Spot(1, 0) : v * (1 / v.Length);

    /// <summary>The smaller turn between two directions.</summary>
    private static (double From, double To) Sweep(double a, double b)
    {
        double turn = Math.IEEERemainder(b - a, 2 * Math.PI);
        return turn < 0 ? (a + turn, a) : (a, a + turn);
    }

    /// <summary>The turn between two directions that passes upwards, over the cup's dome.</summary>
    private static (double From, double To) OverDome(double a, double b)
    {
        (double from, double to) = Sweep(a, b);
        return Math.Sin((from + to) / 2) <= 0 ? (from, to) : (to, from + (2 * Math.PI));
    }
}
