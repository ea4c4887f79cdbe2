using System.Runtime.InteropServices;

namespace PacsAnalyzer.Inference.Native;

/// <summary>An object of ONNX Runtime, released by the function of the table that belongs to its type.</summary>
internal sealed unsafe class OrtHandle : SafeHandle
{
    private readonly nint _release;

    /// <summary>Takes over an object.</summary>
    /// <param name="api">The table.</param>
    /// <param name="release">Its release function.</param>
    /// <param name="value">The object.</param>
    public OrtHandle(OrtApi api, OrtFunction release, nint value)
        : base(0, ownsHandle: true)
    {
        _release = api.Address(release);
        SetHandle(value);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The object itself; valid while the handle is referenced.</summary>
    public nint Value => IsClosed ? throw new ObjectDisposedException(nameof(OrtHandle)) : handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        ((delegate* unmanaged[Cdecl]<nint, void>)_release)(handle);
        return true;
    }
}
