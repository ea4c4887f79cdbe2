using Microsoft.Win32.SafeHandles;

namespace PacsAnalyzer.SrWriter.Overlay.Cairo;

/// <summary>Owns a cairo_t.</summary>
internal sealed class ContextHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeCairo.Destroy(handle);
        return true;
    }
}
