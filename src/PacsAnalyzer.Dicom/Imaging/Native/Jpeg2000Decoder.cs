using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>JPEG 2000 through OpenJPEG: .90 and .91, and HTJ2K with OpenJPEG 2.5 or newer. The colour transforms RCT and ICT are undone.</summary>
internal sealed unsafe class Jpeg2000Decoder(bool highThroughput) : IFrameDecoder
{
    private static readonly byte[] Jp2Signature = [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' '];
    private static readonly Version FirstWithHighThroughput = new(2, 5);

    /// <inheritdoc/>
    public string? Unavailable =>
        NativeImagingLibrary.Missing(NativeImagingLibrary.OpenJpeg, "libopenjp2-7") is { } missing ? missing
        : highThroughput && LibraryVersion() < FirstWithHighThroughput ? $"OpenJPEG {LibraryVersion()} has no HTJ2K; 2.5 has"
        : null;

    /// <inheritdoc/>
    public DecodedFrame Decode(ReadOnlyMemory<byte> data, FrameFormat format)
    {
        Jpeg2000Header header = Jpeg2000Header.Read(data.Span);
        format.CheckStream(header.Width, header.Height, header.Components, header.Precision);
        if (header.IsSubsampled)
        {
            throw new DicomCodecException("JPEG 2000 with subsampled components is not decoded");
        }

        int kind = data.Span.StartsWith(Jp2Signature) ? OpenJpegNative.CodecJp2 : OpenJpegNative.CodecJ2K;
        using var codec = new OpenJpegHandle(OpenJpegNative.CreateDecompress(kind), isStream: false);
        using var stream = new OpenJpegHandle(OpenJpegNative.StreamCreate(1 << 16, isInput: 1), isStream: true);
        var errors = new List<string>();
        GCHandle sink = GCHandle.Alloc(errors);
        OpenJpegNative.Image* image = null;
        try
        {
            fixed (byte* bytes = data.Span)
            {
                var source = new OpenJpegSource(bytes, data.Length);
                bool done = Open(codec, stream, &source, data.Length, GCHandle.ToIntPtr(sink))
                    && OpenJpegNative.ReadHeader(stream.Value, codec.Value, &image) != 0
                    && OpenJpegNative.Decode(codec.Value, stream.Value, image) != 0
                    && OpenJpegNative.EndDecompress(codec.Value, stream.Value) != 0;
                if (!done)
                {
                    throw new DicomCodecException($"OpenJPEG says \"{string.Join("; ", errors.Take(3))}\"");
                }

                bool transformed = format.PhotometricInterpretation is "YBR_RCT" or "YBR_ICT";
                return new DecodedFrame(Collect(image, format), transformed ? "RGB" : format.PhotometricInterpretation);
            }
        }
        finally
        {
            sink.Free();
            if (image is not null)
            {
                OpenJpegNative.ImageDestroy(image);
            }
        }
    }

    private static Version LibraryVersion() =>
        Version.TryParse(Marshal.PtrToStringUTF8(OpenJpegNative.Version()), out Version? version) ? version : new Version(0, 0);

    private static bool Open(OpenJpegHandle codec, OpenJpegHandle stream, OpenJpegSource* source, long length, nint sink)
    {
        byte* parameters = stackalloc byte[OpenJpegNative.ParametersRoom];
        OpenJpegNative.SetDefaultParameters(parameters);
        OpenJpegNative.StreamSetRead(stream.Value, &OpenJpegSource.Read);
        OpenJpegNative.StreamSetSkip(stream.Value, &OpenJpegSource.Skip);
        OpenJpegNative.StreamSetSeek(stream.Value, &OpenJpegSource.Seek);
        OpenJpegNative.StreamSetUser(stream.Value, source, 0);
        OpenJpegNative.StreamSetLength(stream.Value, (ulong)length);
        return OpenJpegNative.SetErrorHandler(codec.Value, &OnError, sink) != 0
            && OpenJpegNative.SetupDecoder(codec.Value, parameters) != 0;
    }

    [UnmanagedCallersOnly]
    private static void OnError(nint message, nint sink)
    {
        if (GCHandle.FromIntPtr(sink).Target is List<string> { Count: < 8 } errors)
        {
            errors.Add((Marshal.PtrToStringUTF8(message) ?? string.Empty).Trim());
        }
    }

    private static byte[] Collect(OpenJpegNative.Image* image, FrameFormat format)
    {
        var pixels = new byte[format.FrameBytes];
        int samples = format.SamplesPerPixel;
        if (image->ComponentCount != samples)
        {
            throw new DicomCodecException($"OpenJPEG gave {image->ComponentCount} components");
        }

        for (int c = 0; c < samples; c++)
        {
            OpenJpegNative.Component component = image->Components[c];
            if (component.Data is null || component.Width != format.Columns || component.Height != format.Rows)
            {
                throw new DicomCodecException($"OpenJPEG gave no pixels for component {c}");
            }

            for (int i = 0; i < (int)format.PixelCount; i++)
            {
                Samples.Write(pixels, (i * samples) + c, format.BytesPerSample, component.Data[i]);
            }
        }

        return pixels;
    }
}
