namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>A colour, 0..1 each.</summary>
internal readonly record struct Colour(double Red, double Green, double Blue, double Alpha = 1)
{
    internal Colour WithAlpha(double alpha) => this with { Alpha = alpha };
}
