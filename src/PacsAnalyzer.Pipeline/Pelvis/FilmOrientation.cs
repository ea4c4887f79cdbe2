using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>How a stored film is turned so that its rows run to the patient's left and its columns to the feet, remembered for the way back.</summary>
/// <param name="Transpose">Rows and columns exchanged first.</param>
/// <param name="FlipColumns">Then mirrored left to right.</param>
/// <param name="FlipRows">Then mirrored top to bottom.</param>
/// <param name="IsStated">True when Patient Orientation said so; false when the usual display is assumed.</param>
internal sealed record FilmOrientation(bool Transpose, bool FlipColumns, bool FlipRows, bool IsStated)
{
    /// <summary>The usual display, assumed.</summary>
    public static FilmOrientation Assumed { get; } = new(false, false, false, false);

    /// <summary>Reads Patient Orientation (0020,0020), PS3.3 C.7.6.1.1.1. Null when it says that the view is not frontal.</summary>
    public static FilmOrientation? Parse(IReadOnlyList<string> patientOrientation)
    {
        if (patientOrientation.Count != 2 || patientOrientation.Any(p => p.Trim().Length == 0))
        {
            return Assumed;
        }

        // The first letter is the principal direction; further ones refine it.
        char row = char.ToUpperInvariant(patientOrientation[0].Trim()[0]), column = char.ToUpperInvariant(patientOrientation[1].Trim()[0]);
        return (row, column) switch
        {
            ('L', 'F') => new(false, false, false, true),
            ('R', 'F') => new(false, true, false, true),
            ('L', 'H') => new(false, false, true, true),
            ('R', 'H') => new(false, true, true, true),
            ('F', 'L') => new(true, false, false, true),
            ('F', 'R') => new(true, true, false, true),
            ('H', 'L') => new(true, false, true, true),
            ('H', 'R') => new(true, true, true, true),
            ('A' or 'P', _) or (_, 'A' or 'P') => null,
            _ => Assumed,
        };
    }

    /// <summary>The film turned.</summary>
    public PlaneF Apply(PlaneF stored)
    {
        if (this is { Transpose: false, FlipColumns: false, FlipRows: false })
        {
            return stored;
        }

        int width = Transpose ? stored.Height : stored.Width, height = Transpose ? stored.Width : stored.Height;
        var values = new float[stored.Values.Length];
        for (int y = 0; y < height; y++)
        {
            int v = FlipRows ? height - 1 - y : y;
            for (int x = 0; x < width; x++)
            {
                int u = FlipColumns ? width - 1 - x : x;
                values[(y * width) + x] = Transpose ? stored[v, u] : stored[u, v];
            }
        }

        return new PlaneF(values, width, height);
    }

    /// <summary>Point of the stored film (SCOORD) for a point of the turned one.</summary>
    /// <param name="p">Point of the turned film.</param>
    /// <param name="storedWidth">Columns as stored.</param>
    /// <param name="storedHeight">Rows as stored.</param>
    public Point2 ToStored(Point2 p, int storedWidth, int storedHeight)
    {
        int width = Transpose ? storedHeight : storedWidth, height = Transpose ? storedWidth : storedHeight;
        double u = FlipColumns ? width - p.X : p.X, v = FlipRows ? height - p.Y : p.Y;
        return Transpose ? new Point2(v, u) : new Point2(u, v);
    }

    /// <summary>Point of the turned film for a stored one.</summary>
    public Point2 FromStored(Point2 p, int storedWidth, int storedHeight)
    {
        int width = Transpose ? storedHeight : storedWidth, height = Transpose ? storedWidth : storedHeight;
        Point2 q = Transpose ? new Point2(p.Y, p.X) : p;
        return new Point2(FlipColumns ? width - q.X : q.X, FlipRows ? height - q.Y : q.Y);
    }

    /// <summary>Spacing (mm a column, mm a row) of the turned film from (between rows, between columns) as stored.</summary>
    public (double X, double Y) TurnSpacing(IReadOnlyList<double> rowThenColumn) =>
        Transpose ? (rowThenColumn[0], rowThenColumn[1]) : (rowThenColumn[1], rowThenColumn[0]);
}
