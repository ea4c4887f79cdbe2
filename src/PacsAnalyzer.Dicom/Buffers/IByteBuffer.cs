namespace PacsAnalyzer.Dicom;

/// <summary>The bytes of a value, in memory or still on disk.</summary>
public interface IByteBuffer
{
    /// <summary>How many bytes there are.</summary>
    long Length { get; }

    /// <summary>Whether the bytes are in memory already.</summary>
    bool IsMemory { get; }

    /// <summary>All bytes. Read from disk where they are there; do not change what comes back.</summary>
    /// <exception cref="DicomDataException">There are more than one array holds: use <see cref="OpenStream"/>.</exception>
    /// <exception cref="IOException">The file is gone or shorter than it was.</exception>
    byte[] GetBytes();

    /// <summary>A stream over the bytes, for values too large for memory. The caller disposes it.</summary>
    /// <exception cref="IOException">The file is gone.</exception>
    Stream OpenStream();
}
