using PacsAnalyzer.SrWriter.Overlay.Cairo;

namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>Ends a clipped part of a drawing when it is disposed.</summary>
internal readonly struct Clipping(ContextHandle context) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => NativeCairo.Restore(context);
}
