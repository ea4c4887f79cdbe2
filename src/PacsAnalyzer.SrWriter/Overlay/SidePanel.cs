using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>Writes the panel beside the picture, from top to bottom.</summary>
internal sealed class SidePanel
{
    internal const double Margin = 24;
    private const double RowHeight = 30;
    private const double BodySize = 18;
    private const double SmallSize = 14.5;

    private readonly Canvas _canvas;
    private readonly OverlayLayout _layout;
    private readonly ReportText _text;
    private double _y;

    internal SidePanel(Canvas canvas, OverlayLayout layout, ReportText text)
    {
        _canvas = canvas;
        _layout = layout;
        _text = text;
        canvas.Box(layout.PanelLeft, 0, OverlayLayout.PanelWidth, layout.Height, Palette.Panel);
        canvas.Box(layout.PanelLeft, 0, 1.5, layout.BodyHeight, Palette.Rule);
    }

    private double Left => _layout.PanelLeft + Margin;

    private double Right => _layout.Width - Margin;

    internal void Title(string text)
    {
        _y += 44;
        _canvas.Write(text, new Spot(Left, _y), Fit(text, 25, Right - Left, true), Palette.Text, isBold: true);
        _y += 14;
    }

    internal void Heading(string text)
    {
        _y += 32;
        _canvas.Write(text, new Spot(Left, _y), 19, Palette.Text, isBold: true);
        _y += 8;
        _canvas.Box(Left, _y, Right - Left, 1, Palette.Rule);
        _y += 2;
    }

    /// <summary>Name, value, verdict with limits; the reason below where there is one.</summary>
    internal void Row(string name, Measurement measurement)
    {
        Colour colour = Palette.Of(measurement.Normality);
        _y += RowHeight - 2;
        _canvas.Write(name, new Spot(Left, _y), Fit(name, BodySize, 176, false), Palette.Text);
        string value = ValueText.Value(measurement);
        _canvas.Write(value, new Spot(Left + 292 - _canvas.Measure(value, 20, true), _y), 20, measurement.Value is null ? Palette.Faint : colour, isBold: true);
        string verdict = ValueText.Verdict(measurement, _text);
        _canvas.Write(verdict, new Spot(Left + 306, _y), Fit(verdict, 16, Right - Left - 306, false), colour);
        string limits = ValueText.Limits(measurement);
        if (limits.Length > 0)
        {
            _y += 19;
            string range = $"{_text.Limits} {limits}";
            _canvas.Write(range, new Spot(Left + 306, _y), SmallSize, Palette.Faint);
        }

        if (measurement.Reason is { Length: > 0 } reason)
        {
            string words = ReasonTexts.Text(reason, _text.Language);
            _y += limits.Length > 0 ? 0 : 19;
            _canvas.Write(words, new Spot(Left, _y + (limits.Length > 0 ? 18 : 0)), Fit(words, SmallSize, Right - Left, false), Palette.Faint);
            _y += limits.Length > 0 ? 18 : 0;
        }
    }

    /// <summary>Level, bar against the limits where they were judged, density, mean HU, flags.</summary>
    internal void VertebraRow(string level, Measurement? density, Measurement? attenuation, string flags)
    {
        const double BarLeft = 64, BarWidth = 170;
        _y += RowHeight;
        Colour colour = Palette.Of(density?.Normality ?? Normality.NotAssessed);
        _canvas.Write(level, new Spot(Left, _y), Fit(level, BodySize, 56, true), Palette.Text, isBold: true);
        if (density is { Value: double value, Normality: not Normality.NotAssessed })
        {
            Bar(Left + BarLeft, _y - 11, BarWidth, value, density.Range, colour);
        }
        else
        {
            string words = density?.Reason is { } reason ? ReasonTexts.Text(reason, _text.Language) : _text.NotAssessed;
            words = flags.Length > 0 ? flags : words;
            _canvas.Write(words, new Spot(Left + BarLeft, _y), Fit(words, SmallSize, BarWidth + 4, false), Palette.Faint);
        }

        string number = density is null ? "–" : ValueText.Bare(density);
        _canvas.Write(number, new Spot(Left + 322 - _canvas.Measure(number, 20, true), _y), 20, colour, isBold: true);
        string hu = attenuation is null ? "–" : ValueText.Bare(attenuation);
        _canvas.Write(hu, new Spot(Right - _canvas.Measure(hu, BodySize), _y), BodySize, Palette.NotAssessed);
    }

    /// <summary>Column heads of the vertebra rows.</summary>
    internal void VertebraHead()
    {
        _y += 26;
        _canvas.Write(_text.Level, new Spot(Left, _y), SmallSize, Palette.Faint);
        const string Unit = "mg/cm3";
        _canvas.Write(Unit, new Spot(Left + 322 - _canvas.Measure(Unit, SmallSize), _y), SmallSize, Palette.Faint);
        _canvas.Write(_text.MeanHu, new Spot(Right - _canvas.Measure(_text.MeanHu, SmallSize), _y), SmallSize, Palette.Faint);
    }

    internal void Note(string text, Colour colour)
    {
        _y += 6;
        foreach (string line in Wrap(text, SmallSize + 0.5, Right - Left))
        {
            _y += 20;
            _canvas.Write(line, new Spot(Left, _y), SmallSize + 0.5, colour);
        }
    }

    /// <summary>A sample of a line with what it is.</summary>
    internal void LegendLine(Colour colour, string text, bool isDashed = false)
    {
        _y += 25;
        _canvas.Line([new Spot(Left, _y - 5), new Spot(Left + 34, _y - 5)], colour, 2, isDashed);
        _canvas.Write(text, new Spot(Left + 46, _y), Fit(text, SmallSize + 0.5, Right - Left - 46, false), Palette.Text);
    }

    internal void LegendMark(Colour colour, string text)
    {
        _y += 25;
        _canvas.Mark(new Spot(Left + 17, _y - 5), colour, 5, 1.5);
        _canvas.Write(text, new Spot(Left + 46, _y), Fit(text, SmallSize + 0.5, Right - Left - 46, false), Palette.Text);
    }

    /// <summary>The three colours of values, in one row.</summary>
    internal void LegendColours()
    {
        _y += 25;
        double x = Left;
        foreach ((Colour colour, string word) in new[] { (Palette.Within, _text.Within), (Palette.Outside, $"{_text.Below} / {_text.Above}"), (Palette.NotAssessed, _text.NotAssessed) })
        {
            _canvas.Box(x, _y - 11, 12, 12, colour);
            _canvas.Write(word, new Spot(x + 19, _y), SmallSize, Palette.Text);
            x += 19 + _canvas.Measure(word, SmallSize) + 20;
        }
    }

    /// <summary>Lines at the very bottom of the panel.</summary>
    internal void Foot(IReadOnlyList<string> lines)
    {
        List<string> wrapped = [.. lines.SelectMany(line => Wrap(line, SmallSize, Right - Left))];
        double y = Math.Max(_y + 14, _layout.BodyHeight - 14 - (wrapped.Count * 19));
        foreach (string line in wrapped)
        {
            y += 19;
            _canvas.Write(line, new Spot(Left, y), SmallSize, Palette.Faint);
        }
    }

    private void Bar(double x, double y, double width, double value, IReadOnlyList<double?>? range, Colour colour)
    {
        const double Full = 240;
        _canvas.Box(x, y, width, 12, Palette.Rule);
        _canvas.Box(x, y, width * Math.Clamp(value / Full, 0, 1), 12, colour.WithAlpha(0.85));
        foreach (double limit in (range ?? []).OfType<double>())
        {
            _canvas.Box(x + (width * Math.Clamp(limit / Full, 0, 1)) - 1, y - 4, 2, 20, Palette.Text);
        }
    }

    private double Fit(string text, double size, double width, bool isBold)
    {
        double needed = _canvas.Measure(text, size, isBold);
        return needed <= width ? size : Math.Max(10, size * width / needed);
    }

    private IEnumerable<string> Wrap(string text, double size, double width)
    {
        string line = "";
        foreach (string piece in Pieces(text))
        {
            if (line.Length > 0 && _canvas.Measure((line + piece).TrimEnd(), size) > width)
            {
                yield return line.TrimEnd();
                line = "";
            }

            line += piece;
        }

        if (line.Length > 0)
        {
            yield return line.TrimEnd();
        }
    }

    /// <summary>Words with the space behind them; Chinese characters one by one.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' || text[i] >= 0x2E80)
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
