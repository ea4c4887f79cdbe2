namespace PacsAnalyzer.Dicom;

/// <summary>What a reader accepts from a stranger; each limit is checked before anything is allocated.</summary>
public sealed record DicomReadLimits
{
    /// <summary>How deep sequences may nest. Default 64; the standard's own reports reach about 20.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many elements, items and fragments there may be in all. Default 1,000,000.</summary>
    public int MaxElements { get; init; } = 1_000_000;

    /// <summary>Values longer than this stay in the file, in bytes. Default 64 KiB. Pixel data do so whatever their length.</summary>
    public int MaxValueInMemory { get; init; } = 64 * 1024;

    /// <summary>How many bytes of values may be in memory where they come from a file; what is more stays there. Default 32 MiB.</summary>
    public long MaxBytesKept { get; init; } = 32L * 1024 * 1024;

    /// <summary>How many bytes of values a stream may bring that is no file: more is an error. Default 512 MiB.</summary>
    public long MaxStreamBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>How many bytes a deflated data set may come to. Default 1 GiB.</summary>
    public long MaxInflatedBytes { get; init; } = 1024L * 1024 * 1024;
}
