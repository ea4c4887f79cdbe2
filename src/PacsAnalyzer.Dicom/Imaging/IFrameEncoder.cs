namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Encodes one frame without loss.</summary>
public interface IFrameEncoder
{
    /// <summary>Why it does not work here, in one line; null where it does.</summary>
    string? Unavailable { get; }

    /// <summary>Encodes.</summary>
    /// <param name="pixels">Samples by pixel, little endian, as a decoder gives them.</param>
    /// <param name="format">What they are.</param>
    /// <exception cref="DicomCodecException">The format cannot be held by the syntax.</exception>
    byte[] Encode(ReadOnlySpan<byte> pixels, FrameFormat format);
}
