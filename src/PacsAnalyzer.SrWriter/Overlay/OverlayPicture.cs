using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Document;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>The whole overlay picture: the image, what was found on it, the panel, the line about its use.</summary>
internal sealed class OverlayPicture
{
    private const double HuLow = -150;
    private const double HuHigh = 850;
    private const int EmptySide = 900;

    private readonly ReportContext _context;
    private readonly OverlayImage? _image;
    private readonly (double Low, double High) _window;

    internal OverlayPicture(ReportContext context)
    {
        _context = context;
        if (context.Result.Plane is { } plane)
        {
            _image = new OverlayImage(plane.Width, plane.Height, plane.Hu, false);
            _window = (HuLow, HuHigh);
            ShowsPlane = true;
        }
        else if (context.Options.Image is { } image)
        {
            _image = image;
            _window = context.IsHip ? GreyWindow.Percentiles(image.Values) : (HuLow, HuHigh);
        }

        Layout = _image is null ? new OverlayLayout(EmptySide, EmptySide) : new OverlayLayout(_image.Width, _image.Height, _image.PixelAspect);
    }

    internal OverlayLayout Layout { get; }

    /// <summary>Whether the picture is the analysed plane, so that its coordinates are the plane's.</summary>
    internal bool ShowsPlane { get; }

    /// <summary>Draws it.</summary>
    /// <returns>RGB, interleaved.</returns>
    internal byte[] Draw()
    {
        ReportText text = _context.Text;
        using var canvas = new Canvas(Layout.Width, Layout.Height, _context.Language);
        if (_image is not null)
        {
            byte[] grey = GreyWindow.Render(_image, Layout.PictureWidth, Layout.PictureHeight, _window);
            canvas.Picture(grey, 0, Layout.PictureTop, Layout.PictureWidth, Layout.PictureHeight);
        }

        var panel = new SidePanel(canvas, Layout, text);
        panel.Title(_context.IsHip ? text.TitleHip : text.TitleSpine);
        bool isMeasured = _context.Result.Status == AnalysisStatus.Measured;
        if (isMeasured && _context.IsHip)
        {
            new HipDrawing(_context, canvas, Layout).Draw(panel);
        }
        else if (isMeasured)
        {
            new SpineDrawing(_context, canvas, Layout, ShowsPlane).Draw(panel);
        }
        else
        {
            Refusal(canvas, panel);
        }

        panel.Foot(Provenance());
        Footer(canvas);
        return canvas.ToRgb();
    }

    private void Refusal(Canvas canvas, SidePanel panel)
    {
        const double Height = 118;
        ReportText text = _context.Text;
        string headline = _context.Result.Status == AnalysisStatus.Failed ? text.FailedDescription : text.NothingMeasured;
        string why = string.Join("; ", _context.Result.Reasons.Select(r => ReasonTexts.Text(r.Code, _context.Language)));
        double width = Layout.PanelLeft;
        canvas.Box(0, 0, width, Height, Palette.Banner.WithAlpha(0.92));
        canvas.Write(headline, new Spot(24, 50), Shrink(canvas, headline, 34, width - 48, true), Palette.Text, isBold: true);
        canvas.Write(why, new Spot(24, 92), Shrink(canvas, why, 24, width - 48, false), Palette.Text);
        panel.Heading(headline);
        foreach (ResultReason reason in _context.Result.Reasons)
        {
            panel.Note(ReasonTexts.Text(reason.Code, _context.Language), Palette.Outside);
            panel.Note(reason.Text, Palette.Text);
        }
    }

    private void Footer(Canvas canvas)
    {
        double top = Layout.BodyHeight;
        canvas.Box(0, top, Layout.Width, OverlayLayout.FooterHeight, new Colour(0.16, 0.10, 0.02));
        string line = _context.Text.ResearchUse;
        double size = Shrink(canvas, line, 20, Layout.Width - 48, true);
        canvas.Write(line, new Spot(24, top + 30), size, Palette.Outside, isBold: true);
    }

    private List<string> Provenance()
    {
        ReportText text = _context.Text;
        var lines = new List<string>();
        if (_context.Result.Spacing is { } spacing && _context.IsHip)
        {
            lines.Add($"{text.Spacing}: {text.SpacingSources[spacing.Source.ToString()]}");
        }

        if (_context.Result.Model is { } model)
        {
            lines.Add($"{text.Model}: {model.Name} {model.Version}");
        }

        lines.Add(_context.Result.Software.Length == 0 ? Product.Name : _context.Result.Software);
        return lines;
    }

    private static double Shrink(Canvas canvas, string text, double size, double width, bool isBold)
    {
        double needed = canvas.Measure(text, size, isBold);
        return needed <= width ? size : size * width / needed;
    }
}
