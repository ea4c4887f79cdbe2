using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A codec or a stream of OpenJPEG.</summary>
internal sealed class OpenJpegHandle : SafeHandle
{
    private readonly bool _isStream;

    /// <summary>Takes over an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="isStream">Whether it is a stream, not a codec.</param>
    public OpenJpegHandle(nint value, bool isStream)
        : base(0, ownsHandle: true)
    {
        _isStream = isStream;
        SetHandle(value);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The object itself.</summary>
    public nint Value => IsInvalid ? throw new DicomCodecException("OpenJPEG cannot be started") : handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        if (_isStream)
        {
            OpenJpegNative.StreamDestroy(handle);
        }
        else
        {
            OpenJpegNative.DestroyCodec(handle);
        }

        return true;
    }
}
