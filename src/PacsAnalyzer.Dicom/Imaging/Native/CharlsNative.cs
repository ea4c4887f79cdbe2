using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>The functions of CharLS's C API (charls_jpegls_decoder.h, charls_jpegls_encoder.h) that are used.</summary>
internal static unsafe partial class CharlsNative
{
    /// <summary>charls_interleave_mode none: a scan for each component.</summary>
    public const int InterleaveNone = 0;

    /// <summary>charls_interleave_mode sample: by pixel.</summary>
    public const int InterleaveSample = 2;

    private const string Library = NativeImagingLibrary.Charls;

    /// <summary>struct charls_frame_info.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct FrameInfo
    {
        /// <summary>Pixels of a row.</summary>
        public uint Width;

        /// <summary>Rows.</summary>
        public uint Height;

        /// <summary>2..16.</summary>
        public int BitsPerSample;

        /// <summary>1..255.</summary>
        public int ComponentCount;
    }

    /// <summary>Throws where a call did not return success.</summary>
    /// <param name="error">What it returned.</param>
    public static void Check(int error)
    {
        if (error != 0)
        {
            throw new DicomCodecException($"CharLS says \"{Marshal.PtrToStringUTF8(ErrorMessage(error))}\" (error {error})");
        }
    }

    [LibraryImport(Library, EntryPoint = "charls_get_error_message")]
    public static partial nint ErrorMessage(int error);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_decoder_create")]
    public static partial nint DecoderCreate();

    [LibraryImport(Library, EntryPoint = "charls_jpegls_decoder_destroy")]
    public static partial void DecoderDestroy(nint decoder);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_decoder_set_source_buffer")]
    public static partial int DecoderSetSource(nint decoder, byte* source, nuint length);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_decoder_read_header")]
    public static partial int DecoderReadHeader(nint decoder);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_decoder_get_frame_info")]
    public static partial int DecoderFrameInfo(nint decoder, FrameInfo* info);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_decoder_get_interleave_mode")]
    public static partial int DecoderInterleave(nint decoder, int* mode);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_decoder_get_destination_size")]
    public static partial int DecoderTargetSize(nint decoder, uint stride, nuint* length);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_decoder_decode_to_buffer")]
    public static partial int Decode(nint decoder, byte* target, nuint length, uint stride);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_encoder_create")]
    public static partial nint EncoderCreate();

    [LibraryImport(Library, EntryPoint = "charls_jpegls_encoder_destroy")]
    public static partial void EncoderDestroy(nint encoder);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_encoder_set_frame_info")]
    public static partial int EncoderSetFrame(nint encoder, FrameInfo* info);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_encoder_set_interleave_mode")]
    public static partial int EncoderSetInterleave(nint encoder, int mode);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_encoder_get_estimated_destination_size")]
    public static partial int EncoderEstimate(nint encoder, nuint* length);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_encoder_set_destination_buffer")]
    public static partial int EncoderSetTarget(nint encoder, byte* target, nuint length);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_encoder_encode_from_buffer")]
    public static partial int Encode(nint encoder, byte* source, nuint length, uint stride);

    [LibraryImport(Library, EntryPoint = "charls_jpegls_encoder_get_bytes_written")]
    public static partial int EncoderWritten(nint encoder, nuint* length);
}
