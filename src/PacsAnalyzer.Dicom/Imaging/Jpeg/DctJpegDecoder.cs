namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>
/// JPEG with DCT and Huffman coding, 8 and 12 bits, sequential and progressive (ITU-T T.81 processes 1, 2, 4, 6, 8, 10, 12):
/// transfer syntaxes .50, .51, .53 and .55. Colour comes out as RGB.
/// </summary>
internal sealed class DctJpegDecoder : IFrameDecoder
{
    // A progressive picture has some ten scans; a stream with thousands of them is made to keep a decoder busy.
    private const int MostScans = 200;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public DecodedFrame Decode(ReadOnlyMemory<byte> data, FrameFormat format)
    {
        var reader = new JpegReader(data);
        CoefficientPlane[]? planes = null;
        int scans = 0;
        int seen = 0;
        while (reader.NextScan() is { } scan)
        {
            if (planes is null)
            {
                CheckFrame(reader.Frame!, format);
                planes = [.. reader.Frame!.Components.Select(c => new CoefficientPlane(c, reader.Frame))];
            }

            if (++scans > MostScans)
            {
                throw new DicomCodecException($"the JPEG picture has more than {MostScans} scans");
            }

            CheckUnit(scan, planes);
            new DctScan(reader, scan, planes).Decode(data.Span);
            seen |= scan.Components.Aggregate(0, (mask, c) => mask | (1 << c.Index));
        }

        if (planes is null || seen != (1 << planes.Length) - 1)
        {
            throw new DicomCodecException("the JPEG stream ends before all components were seen");
        }

        return Assemble(reader, planes, format);
    }

    /// <summary>Whether the components are red, green and blue; else they are YCbCr (as libjpeg decides, with the data set's word where the stream has none).</summary>
    /// <param name="reader">What was read.</param>
    /// <param name="format">What the data set says.</param>
    public static bool IsRgb(JpegReader reader, FrameFormat format) => reader switch
    {
        { AdobeTransform: { } transform } => transform == 0,
        { HasJfif: true } => false,
        _ => format.PhotometricInterpretation == "RGB" || reader.Frame!.Components.Select(c => c.Id).SequenceEqual("RGB"u8.ToArray()),
    };

    /// <summary>Throws where the frame is none that is decoded here, or not what the data set says.</summary>
    /// <param name="frame">The frame header.</param>
    /// <param name="format">What the data set says.</param>
    public static void CheckFrame(JpegFrame frame, FrameFormat format)
    {
        if (frame.Kind is not (JpegMarker.Sof0 or JpegMarker.Sof1 or JpegMarker.Sof2))
        {
            throw new DicomCodecException($"the JPEG frame is of kind {frame.Kind}, not a DCT one with Huffman coding (Sof0, Sof1, Sof2)");
        }

        if (frame.Precision is not (8 or 12))
        {
            throw new DicomCodecException($"a DCT-based JPEG has 8 or 12 bits, not {frame.Precision}");
        }

        format.CheckStream(frame.Width, frame.Height, frame.Components.Length, frame.Precision);
    }

    private static void CheckUnit(JpegScan scan, CoefficientPlane[] planes)
    {
        int blocks = scan.Components.Sum(c => planes[c.Index].Component.Horizontal * planes[c.Index].Component.Vertical);
        if (scan.Components.Length > 1 && blocks > 10)
        {
            throw new DicomCodecException($"a JPEG scan has {blocks} blocks in a unit; T.81 section B.2.3 allows 10");
        }
    }

    private static DecodedFrame Assemble(JpegReader reader, CoefficientPlane[] planes, FrameFormat format)
    {
        var pixels = new byte[format.FrameBytes];
        for (int c = 0; c < planes.Length; c++)
        {
            int[] quantization = reader.Quantization[planes[c].Component.QuantizationTable]
                ?? throw new DicomCodecException($"quantization table {planes[c].Component.QuantizationTable} is missing");
            Render(planes[c], quantization, reader.Frame!, c, pixels, format.BytesPerSample);
        }

        if (planes.Length == 1)
        {
            return new DecodedFrame(pixels, format.PhotometricInterpretation);
        }

        if (!IsRgb(reader, format))
        {
            ColorConversion.YbrFullToRgb(pixels, format.BytesPerSample, reader.Frame!.Precision);
        }

        return new DecodedFrame(pixels, "RGB");
    }

    private static void Render(CoefficientPlane plane, int[] quantization, JpegFrame frame, int sample, byte[] pixels, int bytes)
    {
        int samples = frame.Components.Length;
        int top = (1 << frame.Precision) - 1;
        float shift = (1 << (frame.Precision - 1)) + 0.5f;
        int scaleX = frame.MaxHorizontal / plane.Component.Horizontal;
        int scaleY = frame.MaxVertical / plane.Component.Vertical;
        if (scaleX * plane.Component.Horizontal != frame.MaxHorizontal || scaleY * plane.Component.Vertical != frame.MaxVertical)
        {
            throw new DicomCodecException("JPEG components whose sampling factors do not divide each other are not decoded");
        }

        Span<float> block = stackalloc float[64];
        for (int row = 0; row < plane.BlockRows; row++)
        {
            for (int column = 0; column < plane.BlocksPerRow; column++)
            {
                InverseDct.Transform(plane.Block(row, column), quantization, block);
                int left = column * 8 * scaleX;
                int above = row * 8 * scaleY;
                int right = Math.Min(frame.Width, left + (8 * scaleX));
                int below = Math.Min(frame.Height, above + (8 * scaleY));
                for (int y = above; y < below; y++)
                {
                    int line = ((y - above) / scaleY) * 8;
                    for (int x = left; x < right; x++)
                    {
                        int value = Math.Clamp((int)MathF.Floor(block[line + ((x - left) / scaleX)] + shift), 0, top);
                        Samples.Write(pixels, (((y * frame.Width) + x) * samples) + sample, bytes, value);
                    }
                }
            }
        }
    }
}
