using Microsoft.Win32.SafeHandles;

namespace PacsAnalyzer.SrWriter.Overlay.Cairo;

/// <summary>Owns a cairo_surface_t.</summary>
internal sealed class SurfaceHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeCairo.SurfaceDestroy(handle);
        return true;
    }
}
