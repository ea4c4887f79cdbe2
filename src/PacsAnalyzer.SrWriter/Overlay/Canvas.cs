using System.Runtime.InteropServices;
using PacsAnalyzer.SrWriter.Overlay.Cairo;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>A picture being drawn with libcairo: thin lines, text with a dark rim so that it stays legible on bone and air.</summary>
internal sealed class Canvas : IDisposable
{
    private const int FormatRgb24 = 1;
    private const int JoinRound = 1;
    private const int CapRound = 1;
    private const double RimWidth = 3;

    private readonly SurfaceHandle _surface;
    private readonly ContextHandle _context;
    private readonly string _family;

    /// <summary>Makes a black picture.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="language">Decides the font.</param>
    /// <exception cref="DrawingException">libcairo is missing or has no memory.</exception>
    internal Canvas(int width, int height, ReportLanguage language)
    {
        Width = width;
        Height = height;
        _family = language == ReportLanguage.Chinese ? "WenQuanYi Micro Hei" : "DejaVu Sans";
        try
        {
            _surface = NativeCairo.ImageSurfaceCreate(FormatRgb24, width, height);
        }
        catch (DllNotFoundException e)
        {
            throw new DrawingException("libcairo.so.2 is not installed: overlays need it. Install the package libcairo2.", e);
        }

        Check(NativeCairo.SurfaceStatus(_surface));
        _context = NativeCairo.Create(_surface);
        Check(NativeCairo.Status(_context));
        NativeCairo.SetLineJoin(_context, JoinRound);
        NativeCairo.SetLineCap(_context, CapRound);
    }

    internal int Width { get; }

    internal int Height { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _context.Dispose();
        _surface.Dispose();
    }

    /// <summary>Puts grey pixels down.</summary>
    /// <param name="grey">Row-major, <paramref name="width"/> a row.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    internal void Picture(byte[] grey, int x, int y, int width, int height)
    {
        NativeCairo.SurfaceFlush(_surface);
        nint data = NativeCairo.ImageSurfaceGetData(_surface);
        int stride = NativeCairo.ImageSurfaceGetStride(_surface);
        int[] row = new int[width];
        for (int r = 0; r < height; r++)
        {
            for (int c = 0; c < width; c++)
            {
                row[c] = grey[(r * width) + c] * 0x010101;
            }

            Marshal.Copy(row, 0, data + ((y + r) * stride) + (x * sizeof(int)), width);
        }

        NativeCairo.SurfaceMarkDirty(_surface);
    }

    /// <summary>Draws nothing outside a rectangle until the result is disposed.</summary>
    internal Clipping Clip(double x, double y, double width, double height)
    {
        NativeCairo.Save(_context);
        NativeCairo.NewPath(_context);
        NativeCairo.Rectangle(_context, x, y, width, height);
        NativeCairo.Clip(_context);
        return new Clipping(_context);
    }

    internal void Box(double x, double y, double width, double height, Colour colour)
    {
        NativeCairo.NewPath(_context);
        NativeCairo.Rectangle(_context, x, y, width, height);
        Source(colour);
        NativeCairo.Fill(_context);
    }

    /// <summary>A line through points, with a faint dark rim.</summary>
    internal void Line(IReadOnlyList<Spot> points, Colour colour, double width, bool isDashed = false, bool isClosed = false)
    {
        NativeCairo.NewPath(_context);
        NativeCairo.MoveTo(_context, points[0].X, points[0].Y);
        foreach (Spot point in points.Skip(1))
        {
            NativeCairo.LineTo(_context, point.X, point.Y);
        }

        if (isClosed)
        {
            NativeCairo.ClosePath(_context);
        }

        Stroke(colour, width, isDashed);
    }

    /// <summary>An arc, angles in radians clockwise from the x axis, from the smaller to the larger.</summary>
    internal void Arc(Spot centre, double radius, double from, double to, Colour colour, double width)
    {
        NativeCairo.NewPath(_context);
        NativeCairo.Arc(_context, centre.X, centre.Y, radius, Math.Min(from, to), Math.Max(from, to));
        Stroke(colour, width, false);
    }

    /// <summary>A small ring with a dot: the place itself stays visible.</summary>
    internal void Mark(Spot at, Colour colour, double radius, double width)
    {
        Arc(at, radius, 0, 2 * Math.PI, colour, width);
        NativeCairo.NewPath(_context);
        NativeCairo.Arc(_context, at.X, at.Y, width * 0.8, 0, 2 * Math.PI);
        Source(colour);
        NativeCairo.Fill(_context);
    }

    /// <summary>Text with its baseline at a place.</summary>
    internal void Write(string text, Spot at, double size, Colour colour, bool isBold = false, bool hasRim = false)
    {
        if (text.Length == 0)
        {
            return;
        }

        Font(size, isBold);
        if (hasRim)
        {
            NativeCairo.NewPath(_context);
            NativeCairo.MoveTo(_context, at.X, at.Y);
            NativeCairo.TextPath(_context, text);
            NativeCairo.SetDash(_context, [], 0, 0);
            NativeCairo.SetLineWidth(_context, RimWidth);
            Source(Palette.Black.WithAlpha(0.75));
            NativeCairo.Stroke(_context);
        }

        Source(colour);
        NativeCairo.MoveTo(_context, at.X, at.Y);
        NativeCairo.ShowText(_context, text);
    }

    /// <summary>How far a text goes.</summary>
    internal double Measure(string text, double size, bool isBold = false)
    {
        Font(size, isBold);
        NativeCairo.TextExtents(_context, text, out TextExtents extents);
        return extents.XAdvance;
    }

    /// <summary>The finished picture, RGB interleaved, rows without padding.</summary>
    internal byte[] ToRgb()
    {
        Check(NativeCairo.Status(_context));
        NativeCairo.SurfaceFlush(_surface);
        nint data = NativeCairo.ImageSurfaceGetData(_surface);
        int stride = NativeCairo.ImageSurfaceGetStride(_surface);
        byte[] rgb = new byte[Width * Height * 3];
        int[] row = new int[Width];
        for (int y = 0, i = 0; y < Height; y++)
        {
            Marshal.Copy(data + (y * stride), row, 0, Width);
            foreach (int pixel in row)
            {
                rgb[i++] = (byte)(pixel >> 16);
                rgb[i++] = (byte)(pixel >> 8);
                rgb[i++] = (byte)pixel;
            }
        }

        return rgb;
    }

    private void Stroke(Colour colour, double width, bool isDashed)
    {
        double[] dashes = isDashed ? [width * 4, width * 4] : [];
        NativeCairo.SetDash(_context, [], 0, 0);
        if (!isDashed)
        {
            NativeCairo.SetLineWidth(_context, width + 1.6);
            Source(Palette.Black.WithAlpha(0.45 * colour.Alpha));
            NativeCairo.StrokePreserve(_context);
        }

        NativeCairo.SetDash(_context, dashes, dashes.Length, 0);
        NativeCairo.SetLineWidth(_context, width);
        Source(colour);
        NativeCairo.Stroke(_context);
    }

    private void Font(double size, bool isBold)
    {
        NativeCairo.SelectFontFace(_context, _family, 0, isBold ? 1 : 0);
        NativeCairo.SetFontSize(_context, size);
    }

    private void Source(Colour colour) => NativeCairo.SetSourceRgba(_context, colour.Red, colour.Green, colour.Blue, colour.Alpha);

    private static void Check(int status)
    {
        if (status != 0)
        {
            throw new DrawingException($"libcairo reports: {Marshal.PtrToStringUTF8(NativeCairo.StatusToString(status))}.");
        }
    }
}
