using System.Buffers.Binary;
using System.Numerics;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>JPEG lossless with predictor 1 and the best Huffman table of the frame: transfer syntax .70, and valid for .57.</summary>
internal sealed class LosslessJpegEncoder : IFrameEncoder
{
    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public byte[] Encode(ReadOnlySpan<byte> pixels, FrameFormat format)
    {
        int precision = format.HighBit + 1;
        if (format.BitsAllocated is not (8 or 16) || precision is < 2 or > 16)
        {
            throw new DicomCodecException($"lossless JPEG holds 2 to 16 bits in 8 or 16 allocated, not {precision} in {format.BitsAllocated}");
        }

        // A negative value's sign bits above the high bit are cut off: readers extend the sign from the stored bits.
        short[] differences = Differences(pixels, format, precision);
        Span<long> frequencies = stackalloc long[17];
        frequencies.Clear();
        foreach (short difference in differences)
        {
            frequencies[Size(difference)]++;
        }

        var code = new JpegHuffmanCode(frequencies);
        using var output = new MemoryStream();
        WriteHeaders(output, format, precision, code);
        var bits = new JpegBitWriter(output);
        foreach (short difference in differences)
        {
            int size = Size(difference);
            code.Write(bits, size);
            if (size is > 0 and < 16)
            {
                int value = difference < 0 ? difference - 1 : difference;
                bits.Write((uint)value & ((1u << size) - 1), size);
            }
        }

        bits.Flush();
        output.Write([0xFF, (byte)JpegMarker.Eoi]);
        return output.ToArray();
    }

    // Differences are modulo 2^16, so that -32768 stands for 32768, the one value of size 16.
    private static int Size(short difference) => 32 - BitOperations.LeadingZeroCount((uint)Math.Abs((int)difference));

    private static short[] Differences(ReadOnlySpan<byte> pixels, FrameFormat format, int precision)
    {
        int samples = format.SamplesPerPixel;
        int row = format.Columns * samples;
        uint mask = (1u << precision) - 1;
        var result = new short[checked((int)(format.PixelCount * samples))];
        for (int i = 0; i < result.Length; i++)
        {
            int prediction = i < samples ? 1 << (precision - 1)
                : i % row < samples ? (int)(Samples.Read(pixels, i - row, format.BytesPerSample) & mask)
                : (int)(Samples.Read(pixels, i - samples, format.BytesPerSample) & mask);
            result[i] = (short)((int)(Samples.Read(pixels, i, format.BytesPerSample) & mask) - prediction);
        }

        return result;
    }

    private static void WriteHeaders(MemoryStream output, FrameFormat format, int precision, JpegHuffmanCode code)
    {
        int samples = format.SamplesPerPixel;
        output.Write([0xFF, (byte)JpegMarker.Soi]);

        Segment(output, JpegMarker.Sof3, 6 + (3 * samples));
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)format.Rows);
        BinaryPrimitives.WriteUInt16BigEndian(size[2..], (ushort)format.Columns);
        output.Write([(byte)precision, .. size, (byte)samples]);
        for (int c = 1; c <= samples; c++)
        {
            output.Write([(byte)c, 0x11, 0]);
        }

        Segment(output, JpegMarker.Dht, 17 + code.Values.Length);
        output.Write([0, .. code.Counts, .. code.Values]);

        Segment(output, JpegMarker.Sos, 4 + (2 * samples));
        output.WriteByte((byte)samples);
        for (int c = 1; c <= samples; c++)
        {
            output.Write([(byte)c, 0]);
        }

        output.Write([1, 0, 0]);
    }

    private static void Segment(MemoryStream output, JpegMarker marker, int bodyLength)
    {
        Span<byte> head = [0xFF, (byte)marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(bodyLength + 2));
        output.Write(head);
    }
}
