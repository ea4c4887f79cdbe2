using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>RLE lossless (PS3.5 annex G): a header of 64 bytes, then a PackBits segment for each byte of each sample, high byte first.</summary>
internal sealed class RleDecoder : IFrameDecoder
{
    /// <summary>Bytes of the header: a count and 15 offsets.</summary>
    public const int HeaderLength = 64;

    /// <summary>A run of two bytes gives at most 128.</summary>
    private const int LargestExpansion = 64;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public DecodedFrame Decode(ReadOnlyMemory<byte> data, FrameFormat format)
    {
        ReadOnlySpan<byte> source = data.Span;
        int bytes = format.BytesPerSample;
        int expected = format.SamplesPerPixel * bytes;
        if (source.Length < HeaderLength)
        {
            throw new DicomCodecException($"{source.Length} bytes hold no RLE header of {HeaderLength}");
        }

        uint count = BinaryPrimitives.ReadUInt32LittleEndian(source);
        if (count != expected)
        {
            throw new DicomCodecException($"the RLE header counts {count} segments; {format.SamplesPerPixel} samples of {bytes} bytes need {expected}");
        }

        if (format.FrameBytes / LargestExpansion > source.Length)
        {
            throw new DicomCodecException($"{source.Length} bytes of RLE cannot hold a frame of {format.FrameBytes}");
        }

        var pixels = new byte[format.FrameBytes];
        int stride = format.SamplesPerPixel * bytes;
        for (int segment = 0; segment < expected; segment++)
        {
            long start = BinaryPrimitives.ReadUInt32LittleEndian(source[(4 + (4 * segment))..]);
            long end = segment + 1 < expected ? BinaryPrimitives.ReadUInt32LittleEndian(source[(8 + (4 * segment))..]) : source.Length;
            if (start < HeaderLength || end < start || end > source.Length)
            {
                throw new DicomCodecException($"RLE segment {segment + 1} is said to lie at {start}..{end} of {source.Length} bytes");
            }

            int sample = segment / bytes;
            int place = bytes - 1 - (segment % bytes);
            Expand(source[(int)start..(int)end], pixels.AsSpan((sample * bytes) + place), stride, (int)format.PixelCount, segment);
        }

        return new DecodedFrame(pixels, format.PhotometricInterpretation);
    }

    private static void Expand(ReadOnlySpan<byte> source, Span<byte> target, int stride, int count, int segment)
    {
        int at = 0;
        int to = 0;
        int written = 0;
        while (written < count)
        {
            if (at >= source.Length)
            {
                throw new DicomCodecException($"RLE segment {segment + 1} ends after {written} of {count} bytes");
            }

            int control = (sbyte)source[at++];
            if (control == -128)
            {
                continue;
            }

            // Bytes beyond the picture are dropped: some encoders let the last run go over the end.
            int run = Math.Min(control >= 0 ? control + 1 : 1 - control, count - written);
            if (control >= 0)
            {
                if (run > source.Length - at)
                {
                    throw new DicomCodecException($"RLE segment {segment + 1} ends after {written} of {count} bytes");
                }

                for (int i = 0; i < run; i++, to += stride)
                {
                    target[to] = source[at + i];
                }

                at += control + 1;
            }
            else
            {
                if (at >= source.Length)
                {
                    throw new DicomCodecException($"RLE segment {segment + 1} ends after {written} of {count} bytes");
                }

                byte value = source[at++];
                for (int i = 0; i < run; i++, to += stride)
                {
                    target[to] = value;
                }
            }

            written += run;
        }
    }
}
