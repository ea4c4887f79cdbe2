using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>From the photometric interpretations of colour (PS3.3 section C.7.6.3.1.2) to RGB.</summary>
internal static class ColorConversion
{
    /// <summary>YBR_FULL by pixel to RGB, in place.</summary>
    /// <param name="pixels">The samples.</param>
    /// <param name="bytes">Bytes of a sample: 1 or 2.</param>
    /// <param name="precision">Bits of a sample.</param>
    public static void YbrFullToRgb(Span<byte> pixels, int bytes, int precision)
    {
        int top = (1 << precision) - 1;
        float middle = 1 << (precision - 1);
        int count = pixels.Length / bytes / 3;
        for (int p = 0; p < count; p++)
        {
            float y = Samples.Read(pixels, 3 * p, bytes);
            float cb = Samples.Read(pixels, (3 * p) + 1, bytes) - middle;
            float cr = Samples.Read(pixels, (3 * p) + 2, bytes) - middle;
            Samples.Write(pixels, 3 * p, bytes, Round(y + (1.402f * cr), top));
            Samples.Write(pixels, (3 * p) + 1, bytes, Round(y - (0.344136f * cb) - (0.714136f * cr), top));
            Samples.Write(pixels, (3 * p) + 2, bytes, Round(y + (1.772f * cb), top));
        }
    }

    /// <summary>YBR_PARTIAL by pixel, 8 bits (luminance 16..235), to RGB, in place.</summary>
    /// <param name="pixels">The samples.</param>
    public static void YbrPartialToRgb(Span<byte> pixels)
    {
        for (int p = 0; p + 2 < pixels.Length; p += 3)
        {
            float y = 1.164384f * (pixels[p] - 16);
            float cb = pixels[p + 1] - 128;
            float cr = pixels[p + 2] - 128;
            pixels[p] = (byte)Round(y + (1.596027f * cr), 255);
            pixels[p + 1] = (byte)Round(y - (0.391762f * cb) - (0.812968f * cr), 255);
            pixels[p + 2] = (byte)Round(y + (2.017232f * cb), 255);
        }
    }

    /// <summary>Native 4:2:2 (Y1 Y2 Cb Cr for two pixels) to three samples a pixel, chrominance repeated.</summary>
    /// <param name="source">The frame's bytes.</param>
    /// <param name="format">The frame: 8 bits, an even number of columns.</param>
    public static byte[] Expand422(ReadOnlySpan<byte> source, FrameFormat format)
    {
        var pixels = new byte[format.FrameBytes];
        for (int from = 0, to = 0; to < pixels.Length; from += 4, to += 6)
        {
            pixels[to] = source[from];
            pixels[to + 3] = source[from + 1];
            pixels[to + 1] = pixels[to + 4] = source[from + 2];
            pixels[to + 2] = pixels[to + 5] = source[from + 3];
        }

        return pixels;
    }

    /// <summary>Samples of more than 8 bits to 8, by their highest ones.</summary>
    /// <param name="pixels">The samples.</param>
    /// <param name="format">The frame.</param>
    public static byte[] ToEightBits(byte[] pixels, FrameFormat format)
    {
        if (format is { BitsAllocated: 8, BitsStored: 8 })
        {
            return pixels;
        }

        int bytes = format.BytesPerSample;
        int shift = format.HighBit - 7;
        var result = new byte[pixels.Length / bytes];
        for (int i = 0; i < result.Length; i++)
        {
            uint value = Samples.Read(pixels, i, bytes);
            result[i] = (byte)(shift >= 0 ? value >> shift : value << -shift);
        }

        return result;
    }

    /// <summary>PALETTE COLOR to RGB (PS3.3 section C.7.9).</summary>
    /// <param name="pixels">Indices.</param>
    /// <param name="format">The frame.</param>
    /// <param name="dataset">Where the tables are.</param>
    public static byte[] PaletteToRgb(byte[] pixels, FrameFormat format, DicomDataset dataset)
    {
        PaletteTable[] tables =
        [
            PaletteTable.Read(dataset, DicomTag.RedPaletteColorLookupTableDescriptor, DicomTag.RedPaletteColorLookupTableData),
            PaletteTable.Read(dataset, DicomTag.GreenPaletteColorLookupTableDescriptor, DicomTag.GreenPaletteColorLookupTableData),
            PaletteTable.Read(dataset, DicomTag.BluePaletteColorLookupTableDescriptor, DicomTag.BluePaletteColorLookupTableData),
        ];
        int bytes = format.BytesPerSample;
        uint mask = format.BitsStored >= 32 ? uint.MaxValue : (1u << format.BitsStored) - 1;
        int drop = format.HighBit + 1 - format.BitsStored;
        var result = new byte[format.PixelCount * 3];
        for (int i = 0; i < pixels.Length / bytes; i++)
        {
            int index = (int)((Samples.Read(pixels, i, bytes) >> drop) & mask);
            for (int c = 0; c < 3; c++)
            {
                result[(3 * i) + c] = tables[c].Look(index);
            }
        }

        return result;
    }

    /// <summary>A word at a place of little endian bytes.</summary>
    internal static ushort Word(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * index)..]);

    private static int Round(float value, int top) => Math.Clamp((int)MathF.Floor(value + 0.5f), 0, top);
}
