namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A JPEG frame header (ITU-T T.81 section B.2.2).</summary>
/// <param name="Kind">The SOF marker.</param>
/// <param name="Precision">Bits of a sample.</param>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Components">The components.</param>
internal sealed record JpegFrame(JpegMarker Kind, int Precision, int Width, int Height, JpegComponent[] Components)
{
    /// <summary>The largest horizontal sampling factor.</summary>
    public int MaxHorizontal { get; } = Components.Max(c => c.Horizontal);

    /// <summary>The largest vertical sampling factor.</summary>
    public int MaxVertical { get; } = Components.Max(c => c.Vertical);
}
