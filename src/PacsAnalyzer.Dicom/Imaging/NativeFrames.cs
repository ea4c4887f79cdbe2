using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Frames of native (not encapsulated) pixel data, one at a time from where the value lies.</summary>
internal static class NativeFrames
{
    /// <summary>Bits of a frame as it is stored.</summary>
    /// <param name="format">The frame.</param>
    public static long StoredBits(FrameFormat format) => IsHalved(format)
        ? format.PixelCount * 16
        : format.PixelCount * format.SamplesPerPixel * format.BitsAllocated;

    /// <summary>Reads a frame.</summary>
    /// <param name="element">The value.</param>
    /// <param name="format">The frame.</param>
    /// <param name="frame">Which one, from 0.</param>
    /// <param name="swapWords">Whether numbers of 32 bits have their words exchanged: big endian OW, of which the reader turned each word.</param>
    /// <exception cref="DicomCodecException">The value is too short.</exception>
    public static DecodedFrame Read(DicomElement element, FrameFormat format, int frame, bool swapWords)
    {
        long bits = StoredBits(format);
        long firstBit = bits * frame;
        long start = firstBit / 8;
        long end = (firstBit + bits + 7) / 8;
        if (end > element.Length)
        {
            throw new DicomCodecException($"pixel data have {element.Length} bytes; frame {frame + 1} needs {end}");
        }

        var bytes = new byte[end - start];
        using (Stream stream = element.OpenStream())
        {
            stream.Position = start;
            stream.ReadExactly(bytes);
        }

        if (swapWords && format.BitsAllocated == 32)
        {
            for (int i = 0; i + 3 < bytes.Length; i += 4)
            {
                uint value = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i));
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i), (value << 16) | (value >> 16));
            }
        }

        return Arrange(bytes, format, (int)(firstBit % 8));
    }

    /// <summary>Brings a stored frame into the form that decoders give.</summary>
    /// <param name="stored">The bytes.</param>
    /// <param name="format">The frame.</param>
    /// <param name="firstBit">Where a frame of single bits begins in its first byte.</param>
    public static DecodedFrame Arrange(byte[] stored, FrameFormat format, int firstBit)
    {
        if ((long)stored.Length * 8 < StoredBits(format) + firstBit)
        {
            throw new DicomCodecException($"a frame of {StoredBits(format) / 8} bytes has {stored.Length}");
        }

        if (format.BitsAllocated == 1)
        {
            var pixels = new byte[format.FrameBytes];
            for (int i = 0; i < pixels.Length; i++)
            {
                int bit = firstBit + i;
                pixels[i] = (byte)((stored[bit >> 3] >> (bit & 7)) & 1);
            }

            return new DecodedFrame(pixels, format.PhotometricInterpretation);
        }

        if (IsHalved(format))
        {
            string full = format.PhotometricInterpretation == "YBR_FULL_422" ? "YBR_FULL" : "YBR_PARTIAL";
            return new DecodedFrame(ColorConversion.Expand422(stored, format), full);
        }

        byte[] exact = stored.Length == format.FrameBytes ? stored : stored[..(int)format.FrameBytes];
        return new DecodedFrame(
            format is { SamplesPerPixel: > 1, PlanarConfiguration: 1 } ? Samples.Interleave(exact, format.SamplesPerPixel, format.BytesPerSample) : exact,
            format.PhotometricInterpretation);
    }

    private static bool IsHalved(FrameFormat format) => format.PhotometricInterpretation is "YBR_FULL_422" or "YBR_PARTIAL_422";
}
