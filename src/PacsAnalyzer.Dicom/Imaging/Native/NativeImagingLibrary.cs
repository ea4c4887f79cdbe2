using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Whether the native libraries of Debian's packages are there.</summary>
internal static class NativeImagingLibrary
{
    /// <summary>JPEG 2000: package libopenjp2-7.</summary>
    public const string OpenJpeg = "libopenjp2.so.7";

    /// <summary>JPEG-LS: package libcharls2.</summary>
    public const string Charls = "libcharls.so.2";

    /// <summary>Fast 8-bit JPEG: package libturbojpeg0.</summary>
    public const string TurboJpeg = "libturbojpeg.so.0";

    private static readonly ConcurrentDictionary<string, bool> Found = new();

    /// <summary>Why a library cannot be used, in one line; null where it can.</summary>
    /// <param name="library">Its file name.</param>
    /// <param name="package">The Debian package that has it.</param>
    public static string? Missing(string library, string package) =>
        Found.GetOrAdd(library, name => NativeLibrary.TryLoad(name, typeof(NativeImagingLibrary).Assembly, DllImportSearchPath.SafeDirectories, out _))
            ? null
            : $"the library {library} is missing; install Debian's package {package}";
}
