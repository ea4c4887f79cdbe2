namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>What pixel data may ask for; checked before anything is allocated, since a header of 20 bytes can ask for terabytes.</summary>
public sealed record ImagingLimits
{
    /// <summary>The defaults.</summary>
    public static readonly ImagingLimits Default = new();

    /// <summary>Bytes of one decoded frame. Default: 512 MiB; a radiograph has 30 MB.</summary>
    public long MaxFrameBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of one compressed frame. Default: 512 MiB.</summary>
    public long MaxCompressedBytes { get; init; } = 512L << 20;

    /// <summary>Frames of one instance. Default: 100,000.</summary>
    public int MaxFrames { get; init; } = 100_000;

    /// <summary>
    /// Times that a compressed frame may grow, once the decoded one is over <see cref="ExpansionFreeBytes"/>. Default: 1,000;
    /// a blank picture of a few megapixels still passes, a bomb does not.
    /// </summary>
    public long MaxExpansion { get; init; } = 1_000;

    /// <summary>Decoded size up to which the ratio is not looked at. Default: 32 MiB.</summary>
    public long ExpansionFreeBytes { get; init; } = 32L << 20;

    /// <summary>Throws where a compressed frame asks for too much.</summary>
    /// <param name="format">The frame.</param>
    /// <param name="compressedBytes">Its compressed length.</param>
    internal void CheckExpansion(FrameFormat format, long compressedBytes)
    {
        if (compressedBytes > MaxCompressedBytes)
        {
            throw new DicomCodecException($"a compressed frame of {compressedBytes} bytes is over the limit of {MaxCompressedBytes}");
        }

        if (format.FrameBytes > ExpansionFreeBytes && format.FrameBytes / MaxExpansion > compressedBytes)
        {
            throw new DicomCodecException($"{compressedBytes} compressed bytes for a frame of {format.FrameBytes} are over the limit of 1 to {MaxExpansion}");
        }
    }
}
