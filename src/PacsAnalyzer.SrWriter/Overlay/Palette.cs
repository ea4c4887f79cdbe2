using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>Colours: values by where they lie against their limits, told apart by the colour-blind too (green, orange, blue-grey,
/// and always with a word beside them); lines of the method in quiet ones.</summary>
internal static class Palette
{
    internal static readonly Colour Within = new(0.36, 0.86, 0.50);
    internal static readonly Colour Outside = new(1.00, 0.62, 0.18);
    internal static readonly Colour NotAssessed = new(0.70, 0.78, 0.88);
    internal static readonly Colour Reference = new(0.42, 0.72, 0.98);
    internal static readonly Colour Landmark = new(1.00, 0.92, 0.35);
    internal static readonly Colour Text = new(0.93, 0.94, 0.96);
    internal static readonly Colour Faint = new(0.62, 0.66, 0.72);
    internal static readonly Colour Panel = new(0.07, 0.08, 0.10);
    internal static readonly Colour Rule = new(0.24, 0.27, 0.32);
    internal static readonly Colour Black = new(0, 0, 0);
    internal static readonly Colour Banner = new(0.55, 0.33, 0.05);

    internal static Colour Of(Normality normality) => normality switch
    {
        Normality.Within => Within,
        Normality.Below or Normality.Above => Outside,
        _ => NotAssessed,
    };
}
