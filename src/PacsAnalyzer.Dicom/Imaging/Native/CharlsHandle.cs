using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A decoder or encoder of CharLS.</summary>
internal sealed class CharlsHandle : SafeHandle
{
    private readonly bool _encoder;

    /// <summary>Makes one.</summary>
    /// <param name="encoder">Whether it encodes.</param>
    public CharlsHandle(bool encoder)
        : base(0, ownsHandle: true)
    {
        _encoder = encoder;
        SetHandle(encoder ? CharlsNative.EncoderCreate() : CharlsNative.DecoderCreate());
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The object itself.</summary>
    public nint Value => IsInvalid ? throw new DicomCodecException("CharLS cannot be started") : handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        if (_encoder)
        {
            CharlsNative.EncoderDestroy(handle);
        }
        else
        {
            CharlsNative.DecoderDestroy(handle);
        }

        return true;
    }
}
