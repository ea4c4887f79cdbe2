namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>Where picture, side panel and footer lie. The picture keeps its proportions; nothing but lines and short values lies on it.</summary>
internal sealed class OverlayLayout
{
    internal const int PanelWidth = 500;
    internal const int FooterHeight = 46;

    private const int LongestSide = 1500;
    private const int ShortestPanel = 900;
    private const double LargestMagnification = 3;

    /// <summary>Lays out.</summary>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="pixelAspect">Width of a pixel over its height.</param>
    internal OverlayLayout(int width, int height, double pixelAspect = 1)
    {
        double shownWidth = width * pixelAspect;
        double scale = Math.Min(LongestSide / Math.Max(shownWidth, height), LargestMagnification);
        ScaleX = scale * pixelAspect;
        ScaleY = scale;
        PictureWidth = Math.Max(1, (int)Math.Round(width * ScaleX));
        PictureHeight = Math.Max(1, (int)Math.Round(height * ScaleY));
        BodyHeight = Math.Max(PictureHeight, ShortestPanel);
        PictureTop = (BodyHeight - PictureHeight) / 2;

        // An even width keeps rows of RGB even (PS3.5 section 8.1.1 pads odd totals only).
        Width = (PictureWidth + PanelWidth + 1) / 2 * 2;
        Height = BodyHeight + FooterHeight;
    }

    internal int Width { get; }

    internal int Height { get; }

    internal int PictureWidth { get; }

    internal int PictureHeight { get; }

    internal int PictureTop { get; }

    internal int BodyHeight { get; }

    internal int PanelLeft => Width - PanelWidth;

    internal double ScaleX { get; }

    internal double ScaleY { get; }

    /// <summary>Where a picture coordinate (column, row; corner convention) is drawn.</summary>
    internal Spot ToCanvas(double column, double row) => new(column * ScaleX, PictureTop + (row * ScaleY));

    internal Spot ToCanvas((double Column, double Row) point) => ToCanvas(point.Column, point.Row);
}
