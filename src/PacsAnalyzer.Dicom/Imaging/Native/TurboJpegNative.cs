using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>The functions of turbojpeg.h that are used.</summary>
internal static unsafe partial class TurboJpegNative
{
    /// <summary>TJPF_RGB.</summary>
    public const int Rgb = 0;

    /// <summary>TJPF_GRAY.</summary>
    public const int Gray = 6;

    /// <summary>TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS.</summary>
    public const int Flags = 4096 | 32768;

    [LibraryImport(NativeImagingLibrary.TurboJpeg, EntryPoint = "tjInitDecompress")]
    public static partial nint InitDecompress();

    [LibraryImport(NativeImagingLibrary.TurboJpeg, EntryPoint = "tjDecompress2")]
    public static partial int Decompress(nint handle, byte* source, CULong length, byte* target, int width, int pitch, int height, int pixelFormat, int flags);

    [LibraryImport(NativeImagingLibrary.TurboJpeg, EntryPoint = "tjGetErrorStr2")]
    public static partial nint ErrorText(nint handle);

    [LibraryImport(NativeImagingLibrary.TurboJpeg, EntryPoint = "tjDestroy")]
    public static partial int Destroy(nint handle);
}
