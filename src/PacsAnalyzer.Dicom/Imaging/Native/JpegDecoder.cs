using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>
/// DCT-based JPEG: TurboJPEG for 8 bits where it is installed and would read the colours as the data set means them, else
/// <see cref="DctJpegDecoder"/>, which also reads 12 bits.
/// </summary>
internal sealed unsafe class JpegDecoder : IFrameDecoder
{
    private static readonly DctJpegDecoder Managed = new();

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public DecodedFrame Decode(ReadOnlyMemory<byte> data, FrameFormat format)
    {
        var reader = new JpegReader(data);
        if (reader.NextScan() is null)
        {
            throw new DicomCodecException("the JPEG stream has no scan");
        }

        DctJpegDecoder.CheckFrame(reader.Frame!, format);
        bool fits = reader.Frame!.Precision == 8 && (format.SamplesPerPixel == 1 || !DctJpegDecoder.IsRgb(reader, format));
        return fits && NativeImagingLibrary.Missing(NativeImagingLibrary.TurboJpeg, "libturbojpeg0") is null
            ? DecodeNative(data.Span, format)
            : Managed.Decode(data, format);
    }

    private static DecodedFrame DecodeNative(ReadOnlySpan<byte> data, FrameFormat format)
    {
        bool gray = format.SamplesPerPixel == 1;
        var pixels = new byte[format.PixelCount * format.SamplesPerPixel];
        using var handle = new TurboJpegHandle();
        fixed (byte* source = data, target = pixels)
        {
            // A warning (data end early, a bad code) counts as a failure: nothing is measured on half a picture.
            if (TurboJpegNative.Decompress(
                handle.Value, source, new CULong((nuint)data.Length), target, format.Columns, 0, format.Rows,
                gray ? TurboJpegNative.Gray : TurboJpegNative.Rgb, TurboJpegNative.Flags) != 0)
            {
                throw new DicomCodecException($"TurboJPEG says \"{Marshal.PtrToStringUTF8(TurboJpegNative.ErrorText(handle.Value))}\"");
            }
        }

        return new DecodedFrame(Samples.Widen(pixels, format.BytesPerSample), gray ? format.PhotometricInterpretation : "RGB");
    }
}
