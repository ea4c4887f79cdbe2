namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>A grey picture to draw on, after the modality transform.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Row-major values, <paramref name="Width"/> x <paramref name="Height"/>; NaN is shown black.</param>
/// <param name="IsMonochrome1">Low values are white.</param>
public sealed record OverlayImage(int Width, int Height, float[] Values, bool IsMonochrome1)
{
    /// <summary>Instance the picture shows; null where it is not one acquired image.</summary>
    public string? SopInstanceUid { get; init; }

    /// <summary>Width of a pixel over its height (horizontal spacing / vertical spacing); 1 where pixels are square.</summary>
    public double PixelAspect { get; init; } = 1;
}
