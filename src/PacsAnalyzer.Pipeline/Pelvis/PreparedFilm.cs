using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>A film brought to the network's picture, with the exact way back.</summary>
/// <param name="Equalised">The equalised picture at 0.4 mm; crops of the second stage come from it.</param>
/// <param name="Network">512 x 512, standardised.</param>
/// <param name="ScaleX">Columns at 0.4 mm for one column of the turned film.</param>
/// <param name="ScaleY">Rows at 0.4 mm for one row of the turned film.</param>
/// <param name="Factor">Network pixels for one pixel at 0.4 mm.</param>
internal sealed record PreparedFilm(Plane8 Equalised, float[] Network, double ScaleX, double ScaleY, double Factor)
{
    /// <summary>Network point to 0.4 mm picture.</summary>
    public Point2 NetworkToAnalysis(Point2 p) => p * (1 / Factor);

    /// <summary>Network point of a 0.4 mm picture point.</summary>
    public Point2 AnalysisToNetwork(Point2 p) => p * Factor;

    /// <summary>Point of the turned film for a point of the 0.4 mm picture.</summary>
    public Point2 AnalysisToFilm(Point2 p) => new(p.X / ScaleX, p.Y / ScaleY);

    /// <summary>Point of the 0.4 mm picture for a point of the turned film.</summary>
    public Point2 FilmToAnalysis(Point2 p) => new(p.X * ScaleX, p.Y * ScaleY);
}
