using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>The functions and structures of openjpeg.h (2.x) that are used.</summary>
internal static unsafe partial class OpenJpegNative
{
    /// <summary>OPJ_CODEC_J2K: a bare codestream.</summary>
    public const int CodecJ2K = 0;

    /// <summary>OPJ_CODEC_JP2: a codestream in a JP2 file.</summary>
    public const int CodecJp2 = 2;

    /// <summary>Larger than opj_dparameters_t, which has two paths of 4096 bytes and some numbers; only the library looks inside.</summary>
    public const int ParametersRoom = 16384;

    private const string Library = NativeImagingLibrary.OpenJpeg;

    /// <summary>struct opj_image_comp.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Component
    {
        /// <summary>Horizontal separation.</summary>
        public uint Dx;

        /// <summary>Vertical separation.</summary>
        public uint Dy;

        /// <summary>Width.</summary>
        public uint Width;

        /// <summary>Height.</summary>
        public uint Height;

        /// <summary>Offset.</summary>
        public uint X0;

        /// <summary>Offset.</summary>
        public uint Y0;

        /// <summary>Bits of a sample.</summary>
        public uint Precision;

        /// <summary>Obsolete.</summary>
        public uint Bpp;

        /// <summary>Whether samples are signed.</summary>
        public uint Signed;

        /// <summary>Decoded resolutions.</summary>
        public uint Resolutions;

        /// <summary>Reduction.</summary>
        public uint Factor;

        /// <summary>The samples.</summary>
        public int* Data;

        /// <summary>Whether it is an alpha channel.</summary>
        public ushort Alpha;
    }

    /// <summary>struct opj_image.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Image
    {
        /// <summary>Left.</summary>
        public uint X0;

        /// <summary>Top.</summary>
        public uint Y0;

        /// <summary>Right.</summary>
        public uint X1;

        /// <summary>Bottom.</summary>
        public uint Y1;

        /// <summary>How many components.</summary>
        public uint ComponentCount;

        /// <summary>OPJ_COLOR_SPACE.</summary>
        public int ColorSpace;

        /// <summary>The components.</summary>
        public Component* Components;

        /// <summary>An ICC profile.</summary>
        public byte* Profile;

        /// <summary>Its length.</summary>
        public uint ProfileLength;
    }

    [LibraryImport(Library, EntryPoint = "opj_version")]
    public static partial nint Version();

    [LibraryImport(Library, EntryPoint = "opj_create_decompress")]
    public static partial nint CreateDecompress(int format);

    [LibraryImport(Library, EntryPoint = "opj_destroy_codec")]
    public static partial void DestroyCodec(nint codec);

    [LibraryImport(Library, EntryPoint = "opj_set_default_decoder_parameters")]
    public static partial void SetDefaultParameters(byte* parameters);

    [LibraryImport(Library, EntryPoint = "opj_setup_decoder")]
    public static partial int SetupDecoder(nint codec, byte* parameters);

    [LibraryImport(Library, EntryPoint = "opj_set_error_handler")]
    public static partial int SetErrorHandler(nint codec, delegate* unmanaged<nint, nint, void> handler, nint user);

    [LibraryImport(Library, EntryPoint = "opj_stream_create")]
    public static partial nint StreamCreate(nuint bufferSize, int isInput);

    [LibraryImport(Library, EntryPoint = "opj_stream_destroy")]
    public static partial void StreamDestroy(nint stream);

    [LibraryImport(Library, EntryPoint = "opj_stream_set_read_function")]
    public static partial void StreamSetRead(nint stream, delegate* unmanaged<byte*, nuint, OpenJpegSource*, nuint> read);

    [LibraryImport(Library, EntryPoint = "opj_stream_set_skip_function")]
    public static partial void StreamSetSkip(nint stream, delegate* unmanaged<long, OpenJpegSource*, long> skip);

    [LibraryImport(Library, EntryPoint = "opj_stream_set_seek_function")]
    public static partial void StreamSetSeek(nint stream, delegate* unmanaged<long, OpenJpegSource*, int> seek);

    [LibraryImport(Library, EntryPoint = "opj_stream_set_user_data")]
    public static partial void StreamSetUser(nint stream, OpenJpegSource* user, nint free);

    [LibraryImport(Library, EntryPoint = "opj_stream_set_user_data_length")]
    public static partial void StreamSetLength(nint stream, ulong length);

    [LibraryImport(Library, EntryPoint = "opj_read_header")]
    public static partial int ReadHeader(nint stream, nint codec, Image** image);

    [LibraryImport(Library, EntryPoint = "opj_decode")]
    public static partial int Decode(nint codec, nint stream, Image* image);

    [LibraryImport(Library, EntryPoint = "opj_end_decompress")]
    public static partial int EndDecompress(nint codec, nint stream);

    [LibraryImport(Library, EntryPoint = "opj_image_destroy")]
    public static partial void ImageDestroy(Image* image);
}
