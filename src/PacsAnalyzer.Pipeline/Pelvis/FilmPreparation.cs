using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>The steps of the seed's S2 in its order, from a turned film (bone bright) to the network's picture.</summary>
internal static class FilmPreparation
{
    /// <summary>Prepares a film.</summary>
    /// <param name="film">Turned film, bone bright.</param>
    /// <param name="spacing">Millimetres a column and a row; null: the film is taken to be as wide as the manifest's nominal width.</param>
    /// <param name="c">Constants of the manifest.</param>
    public static PreparedFilm Prepare(PlaneF film, (double X, double Y)? spacing, PelvisPreprocessing c)
    {
        (double sx, double sy) = spacing ?? (c.NominalWidthMm / film.Width, c.NominalWidthMm / film.Width);
        int step = (int)Math.Round(c.AnalysisMm / c.ResampleMm);
        int fineWidth = FineLength(film.Width, sx, c.ResampleMm), fineHeight = FineLength(film.Height, sy, c.ResampleMm);
        PlaneF analysis = AxisFilter.Apply(film, AxisFilter.LinearThenMean(film.Width, fineWidth, step), AxisFilter.LinearThenMean(film.Height, fineHeight, step));
        Plane8 equalised = AdaptiveEqualisation.Apply(ByteScaling.Apply(analysis, c.RemoveLowestFraction), c.ClaheGrid[0], c.ClaheGrid[1], c.ClaheClipLimit);
        (float[] network, double factor) = Letterbox(equalised, c);
        return new PreparedFilm(equalised, network, (double)fineWidth / film.Width / step, (double)fineHeight / film.Height / step, factor);
    }

    /// <summary>Pixels of an axis at the fine spacing; at least one whole step of four.</summary>
    internal static int FineLength(int count, double spacing, double fineMm) => Math.Max(4, (int)Math.Floor((count * spacing / fineMm) + 0.5));

    /// <summary>One factor brings the longer side to the network's size; top left, padded at right and bottom; standardised.</summary>
    internal static (float[] Values, double Factor) Letterbox(Plane8 image, PelvisPreprocessing c)
    {
        double factor = (double)c.Size / Math.Max(image.Width, image.Height);
        int width = Math.Min(c.Size, Math.Max(1, (int)Math.Floor((image.Width * factor) + 0.5)));
        int height = Math.Min(c.Size, Math.Max(1, (int)Math.Floor((image.Height * factor) + 0.5)));
        var source = new PlaneF(Array.ConvertAll(image.Values, v => (float)v), image.Width, image.Height);
        PlaneF scaled = AxisFilter.Apply(source, AxisFilter.Triangle(image.Width, width, factor), AxisFilter.Triangle(image.Height, height, factor));
        var output = new float[c.Size * c.Size];
        float mean = (float)c.Mean, std = (float)c.Std;
        Array.Fill(output, ((float)c.PadValue - mean) / std);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                output[(y * c.Size) + x] = (scaled[x, y] - mean) / std;
            }
        }

        return (output, factor);
    }
}
