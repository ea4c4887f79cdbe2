using System.Runtime.InteropServices;

namespace PacsAnalyzer.SrWriter.Overlay.Cairo;

/// <summary>The part of libcairo's C interface in use (cairo.h, 1.10 or later).</summary>
internal static partial class NativeCairo
{
    private const string Library = "libcairo.so.2";

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create")]
    internal static partial SurfaceHandle ImageSurfaceCreate(int format, int width, int height);

    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    internal static partial int SurfaceStatus(SurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    internal static partial void SurfaceDestroy(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_flush")]
    internal static partial void SurfaceFlush(SurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_mark_dirty")]
    internal static partial void SurfaceMarkDirty(SurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_data")]
    internal static partial nint ImageSurfaceGetData(SurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_stride")]
    internal static partial int ImageSurfaceGetStride(SurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    internal static partial ContextHandle Create(SurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_status")]
    internal static partial int Status(ContextHandle context);

    [LibraryImport(Library, EntryPoint = "cairo_status_to_string")]
    internal static partial nint StatusToString(int status);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    internal static partial void Destroy(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_save")]
    internal static partial void Save(ContextHandle context);

    [LibraryImport(Library, EntryPoint = "cairo_restore")]
    internal static partial void Restore(ContextHandle context);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgba")]
    internal static partial void SetSourceRgba(ContextHandle context, double red, double green, double blue, double alpha);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_width")]
    internal static partial void SetLineWidth(ContextHandle context, double width);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_join")]
    internal static partial void SetLineJoin(ContextHandle context, int join);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_cap")]
    internal static partial void SetLineCap(ContextHandle context, int cap);

    [LibraryImport(Library, EntryPoint = "cairo_set_dash")]
    internal static partial void SetDash(ContextHandle context, double[] dashes, int count, double offset);

    [LibraryImport(Library, EntryPoint = "cairo_new_path")]
    internal static partial void NewPath(ContextHandle context);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    internal static partial void MoveTo(ContextHandle context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_line_to")]
    internal static partial void LineTo(ContextHandle context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_arc")]
    internal static partial void Arc(ContextHandle context, double x, double y, double radius, double from, double to);

    [LibraryImport(Library, EntryPoint = "cairo_close_path")]
    internal static partial void ClosePath(ContextHandle context);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    internal static partial void Rectangle(ContextHandle context, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_clip")]
    internal static partial void Clip(ContextHandle context);

    [LibraryImport(Library, EntryPoint = "cairo_stroke")]
    internal static partial void Stroke(ContextHandle context);

    [LibraryImport(Library, EntryPoint = "cairo_stroke_preserve")]
    internal static partial void StrokePreserve(ContextHandle context);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    internal static partial void Fill(ContextHandle context);

    [LibraryImport(Library, EntryPoint = "cairo_select_font_face", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SelectFontFace(ContextHandle context, string family, int slant, int weight);

    [LibraryImport(Library, EntryPoint = "cairo_set_font_size")]
    internal static partial void SetFontSize(ContextHandle context, double size);

    [LibraryImport(Library, EntryPoint = "cairo_text_path", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TextPath(ContextHandle context, string text);

    [LibraryImport(Library, EntryPoint = "cairo_show_text", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ShowText(ContextHandle context, string text);

    [LibraryImport(Library, EntryPoint = "cairo_text_extents", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TextExtents(ContextHandle context, string text, out TextExtents extents);
}
