namespace PacsAnalyzer.Pipeline.Images;

/// <summary>Decoded values, row-major, after the Modality LUT or rescale.</summary>
internal sealed record DecodedImage(float[] Values, int Width, int Height, bool IsMonochrome1);
