namespace PacsAnalyzer.Dicom;

/// <summary>Reads data sets that are not in a file: command sets, and data sets as DIMSE carries them.</summary>
public static class DicomDatasetReader
{
    /// <summary>Reads a data set from a stream, to its end or, with <see cref="DicomReadOptions.Header"/>, to the pixel data. The
    /// stream need not be seekable; it may have been read some way past what is returned. Values come into memory.</summary>
    /// <param name="stream">The data set, from where the stream stands.</param>
    /// <param name="syntax">How it is encoded.</param>
    /// <param name="options">What to read and to forgive; the defaults where null.</param>
    /// <exception cref="DicomReadException">It is no data set, or goes over a limit.</exception>
    public static DicomDataset Read(Stream stream, DicomTransferSyntax syntax, DicomReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(syntax);
        options ??= DicomReadOptions.Default;
        if (!syntax.IsDeflated)
        {
            return new DatasetParser(new ByteSource(stream), options).ReadDataset(ElementEncoding.Of(syntax));
        }

        using InflatingStream inflated = new(stream, options.Limits.MaxInflatedBytes, leaveOpen: true);
        return new DatasetParser(new ByteSource(inflated), options).ReadDataset(ElementEncoding.Of(syntax));
    }

    /// <summary>Reads a data set from memory.</summary>
    /// <param name="bytes">The data set.</param>
    /// <param name="syntax">How it is encoded.</param>
    /// <param name="options">What to read and to forgive; the defaults where null.</param>
    /// <exception cref="DicomReadException">It is no data set, or goes over a limit.</exception>
    public static DicomDataset Read(ReadOnlyMemory<byte> bytes, DicomTransferSyntax syntax, DicomReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        if (!System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment))
        {
            segment = new ArraySegment<byte>(bytes.ToArray());
        }

        if (syntax.IsDeflated)
        {
            using MemoryStream stream = new(segment.Array!, segment.Offset, segment.Count, writable: false);
            return Read(stream, syntax, options);
        }

        ByteSource source = new(segment.Array!, segment.Offset, segment.Count);
        return new DatasetParser(source, options ?? DicomReadOptions.Default).ReadDataset(ElementEncoding.Of(syntax));
    }
}
