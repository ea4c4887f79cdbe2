namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>JPEG-LS through CharLS: decodes .80 and .81, encodes .80.</summary>
internal sealed unsafe class JpegLsCodec : IFrameDecoder, IFrameEncoder
{
    /// <inheritdoc cref="IFrameDecoder.Unavailable"/>
    public string? Unavailable => NativeImagingLibrary.Missing(NativeImagingLibrary.Charls, "libcharls2");

    /// <inheritdoc/>
    public DecodedFrame Decode(ReadOnlyMemory<byte> data, FrameFormat format)
    {
        using var handle = new CharlsHandle(encoder: false);
        nint decoder = handle.Value;
        fixed (byte* source = data.Span)
        {
            CharlsNative.Check(CharlsNative.DecoderSetSource(decoder, source, (nuint)data.Length));
            CharlsNative.Check(CharlsNative.DecoderReadHeader(decoder));
            CharlsNative.FrameInfo info;
            CharlsNative.Check(CharlsNative.DecoderFrameInfo(decoder, &info));
            format.CheckStream(info.Width, info.Height, info.ComponentCount, info.BitsPerSample);

            int mode;
            nuint length;
            CharlsNative.Check(CharlsNative.DecoderInterleave(decoder, &mode));
            CharlsNative.Check(CharlsNative.DecoderTargetSize(decoder, 0, &length));
            int coded = info.BitsPerSample <= 8 ? 1 : 2;
            if (length != (nuint)(format.PixelCount * format.SamplesPerPixel * coded))
            {
                throw new DicomCodecException($"CharLS wants {length} bytes for {format.PixelCount} pixels");
            }

            var pixels = new byte[length];
            fixed (byte* target = pixels)
            {
                CharlsNative.Check(CharlsNative.Decode(decoder, target, length, 0));
            }

            if (mode == CharlsNative.InterleaveNone && format.SamplesPerPixel > 1)
            {
                pixels = Samples.Interleave(pixels, format.SamplesPerPixel, coded);
            }

            return new DecodedFrame(Fit(pixels, coded, format), format.PhotometricInterpretation);
        }
    }

    /// <inheritdoc/>
    public byte[] Encode(ReadOnlySpan<byte> pixels, FrameFormat format)
    {
        int bits = format.HighBit + 1;
        if (format.BitsAllocated is not (8 or 16) || bits < 2 || (format.BitsAllocated == 16 && bits <= 8))
        {
            throw new DicomCodecException($"JPEG-LS holds 2 to 8 bits in 8 allocated or 9 to 16 in 16, not {bits} in {format.BitsAllocated}");
        }

        byte[] masked = Masked(pixels, format, bits);
        using var handle = new CharlsHandle(encoder: true);
        nint encoder = handle.Value;
        var info = new CharlsNative.FrameInfo { Width = (uint)format.Columns, Height = (uint)format.Rows, BitsPerSample = bits, ComponentCount = format.SamplesPerPixel };
        CharlsNative.Check(CharlsNative.EncoderSetFrame(encoder, &info));
        CharlsNative.Check(CharlsNative.EncoderSetInterleave(encoder, format.SamplesPerPixel > 1 ? CharlsNative.InterleaveSample : CharlsNative.InterleaveNone));
        nuint length;
        CharlsNative.Check(CharlsNative.EncoderEstimate(encoder, &length));
        var output = new byte[checked((int)length)];
        fixed (byte* source = masked, target = output)
        {
            CharlsNative.Check(CharlsNative.EncoderSetTarget(encoder, target, length));
            CharlsNative.Check(CharlsNative.Encode(encoder, source, (nuint)masked.Length, 0));
            CharlsNative.Check(CharlsNative.EncoderWritten(encoder, &length));
        }

        return output[..(int)length];
    }

    private static byte[] Fit(byte[] pixels, int coded, FrameFormat format)
    {
        if (coded == format.BytesPerSample)
        {
            return pixels;
        }

        if (coded == 1)
        {
            return Samples.Widen(pixels, format.BytesPerSample);
        }

        var wide = new byte[format.FrameBytes];
        for (int i = 0; i < pixels.Length / 2; i++)
        {
            Samples.Write(wide, i, format.BytesPerSample, (int)Samples.Read(pixels, i, 2));
        }

        return wide;
    }

    // Sign bits above the high bit would be over the maximum that the header states.
    private static byte[] Masked(ReadOnlySpan<byte> pixels, FrameFormat format, int bits)
    {
        byte[] result = pixels.ToArray();
        if (bits == format.BitsAllocated)
        {
            return result;
        }

        uint mask = (1u << bits) - 1;
        for (int i = 0; i < result.Length / format.BytesPerSample; i++)
        {
            Samples.Write(result, i, format.BytesPerSample, (int)(Samples.Read(result, i, format.BytesPerSample) & mask));
        }

        return result;
    }
}
