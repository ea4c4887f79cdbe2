using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>The de-identified film: pixels, spacing, polarity, orientation, laterality; nothing else goes on to the network.</summary>
/// <param name="Pixels">As stored, after the Modality LUT.</param>
/// <param name="IsMonochrome1">Low values are white.</param>
/// <param name="Spacing">Spacing and what it rests on.</param>
/// <param name="PatientOrientation">Patient Orientation, two values or none.</param>
/// <param name="Laterality">Image Laterality.</param>
internal sealed record FilmInput(PlaneF Pixels, bool IsMonochrome1, SpacingInfo Spacing, IReadOnlyList<string> PatientOrientation, string Laterality)
{
    /// <summary>The pixels with bone bright.</summary>
    public PlaneF BoneBright()
    {
        if (!IsMonochrome1)
        {
            return Pixels;
        }

        float low = Pixels.Values.Min(), high = Pixels.Values.Max();
        return Pixels with { Values = Array.ConvertAll(Pixels.Values, v => high + low - v) };
    }
}
