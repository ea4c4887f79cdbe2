namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>JPEG lossless, process 14 with any predictor (ITU-T T.81 annex H): transfer syntaxes .57 and .70.</summary>
internal sealed class LosslessJpegDecoder : IFrameDecoder
{
    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public DecodedFrame Decode(ReadOnlyMemory<byte> data, FrameFormat format)
    {
        var reader = new JpegReader(data);
        byte[]? pixels = null;
        int done = 0;
        while (reader.NextScan() is { } scan)
        {
            JpegFrame frame = reader.Frame!;
            if (pixels is null)
            {
                Check(frame, format, data.Length);
                pixels = new byte[format.FrameBytes];
            }

            if (scan.Components.Any(c => (done & (1 << c.Index)) != 0))
            {
                throw new DicomCodecException("a component is coded in two scans of a lossless JPEG");
            }

            new LosslessScan(reader, scan, frame).Decode(data.Span, pixels, format.BytesPerSample);
            done |= scan.Components.Aggregate(0, (mask, c) => mask | (1 << c.Index));
            if (done == (1 << frame.Components.Length) - 1)
            {
                break;
            }
        }

        if (pixels is null || done != (1 << format.SamplesPerPixel) - 1)
        {
            throw new DicomCodecException("the JPEG stream ends before all components were seen");
        }

        return new DecodedFrame(pixels, format.PhotometricInterpretation);
    }

    private static void Check(JpegFrame frame, FrameFormat format, int length)
    {
        if (frame.Kind != JpegMarker.Sof3)
        {
            throw new DicomCodecException($"the JPEG frame is of kind {frame.Kind}, not lossless (Sof3)");
        }

        format.CheckStream(frame.Width, frame.Height, frame.Components.Length, frame.Precision);
        if (frame.Precision is < 2 or > 16)
        {
            throw new DicomCodecException($"lossless JPEG has 2 to 16 bits, not {frame.Precision}");
        }

        if (frame.Components.Length > 1 && (frame.MaxHorizontal > 1 || frame.MaxVertical > 1))
        {
            throw new DicomCodecException("lossless JPEG with subsampled components is not decoded");
        }

        // Each sample takes a bit at least.
        if (format.PixelCount * format.SamplesPerPixel / 8 > length)
        {
            throw new DicomCodecException($"{length} bytes of lossless JPEG cannot hold {format.PixelCount} pixels");
        }
    }
}
