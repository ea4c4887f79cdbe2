namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Encapsulated uncompressed explicit VR little endian (PS3.5 section A.4.11): a fragment is a frame of native pixels.</summary>
internal sealed class UncompressedDecoder : IFrameDecoder
{
    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public DecodedFrame Decode(ReadOnlyMemory<byte> data, FrameFormat format) => NativeFrames.Arrange(data.ToArray(), format, firstBit: 0);
}
