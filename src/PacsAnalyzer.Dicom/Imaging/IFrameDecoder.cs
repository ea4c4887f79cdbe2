namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>
/// Decodes one compressed frame. Bytes and a plain description in, bytes out, no state: an implementation may hand the work to
/// another process, which matters where a native library parses what a stranger sent.
/// </summary>
public interface IFrameDecoder
{
    /// <summary>Why it does not work here (a library is missing), in one line; null where it does.</summary>
    string? Unavailable { get; }

    /// <summary>Decodes.</summary>
    /// <param name="data">The frame's compressed bytes, fragments joined; padding may follow.</param>
    /// <param name="format">What the data set says of the frame; within the limits.</param>
    /// <exception cref="DicomCodecException">The bytes are damaged, do not agree with <paramref name="format"/>, or are of a kind not handled.</exception>
    DecodedFrame Decode(ReadOnlyMemory<byte> data, FrameFormat format);
}
