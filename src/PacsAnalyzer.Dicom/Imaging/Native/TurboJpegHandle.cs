using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A decompressor of TurboJPEG.</summary>
internal sealed class TurboJpegHandle : SafeHandle
{
    /// <summary>Makes one.</summary>
    public TurboJpegHandle()
        : base(0, ownsHandle: true) => SetHandle(TurboJpegNative.InitDecompress());

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The object itself.</summary>
    public nint Value => IsInvalid ? throw new DicomCodecException("TurboJPEG cannot be started") : handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => TurboJpegNative.Destroy(handle) == 0;
}
