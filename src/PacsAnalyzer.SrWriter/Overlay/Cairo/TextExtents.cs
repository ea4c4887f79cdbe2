using System.Runtime.InteropServices;

namespace PacsAnalyzer.SrWriter.Overlay.Cairo;

/// <summary>cairo_text_extents_t.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TextExtents
{
    internal readonly double XBearing;
    internal readonly double YBearing;
    internal readonly double Width;
    internal readonly double Height;
    internal readonly double XAdvance;
    internal readonly double YAdvance;
}
