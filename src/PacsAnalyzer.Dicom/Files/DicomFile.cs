namespace PacsAnalyzer.Dicom;

/// <summary>A DICOM file (PS3.10): file meta information and a data set.</summary>
public sealed class DicomFile
{
    /// <summary>Makes a file of a data set, to be saved.</summary>
    /// <param name="dataset">The data set; SOPClassUID and SOPInstanceUID go into the file meta information.</param>
    /// <param name="syntax">The transfer syntax; explicit VR little endian where null.</param>
    public DicomFile(DicomDataset dataset, DicomTransferSyntax? syntax = null)
        : this(new DicomDataset(), dataset, syntax ?? DicomTransferSyntax.ExplicitVRLittleEndian)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        FileMetaWriter.Complete(this, TransferSyntax);
    }

    internal DicomFile(DicomDataset meta, DicomDataset dataset, DicomTransferSyntax syntax)
    {
        FileMetaInfo = meta;
        Dataset = dataset;
        TransferSyntax = syntax;
    }

    /// <summary>The file meta information, group 0002; empty where a file had none.</summary>
    public DicomDataset FileMetaInfo { get; }

    /// <summary>The data set.</summary>
    public DicomDataset Dataset { get; }

    /// <summary>The transfer syntax that the data set was read in, which is what the file meta information says unless the file was wrong.</summary>
    public DicomTransferSyntax TransferSyntax { get; }

    /// <summary>Reads a file. Pixel data and long values stay on disk until they are asked for, so the file must stay where it is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to read and to forgive; the defaults where null.</param>
    /// <exception cref="DicomReadException">It is no DICOM file, or goes over a limit.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static DicomFile Open(string path, DicomReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return new FileParser(options ?? DicomReadOptions.Default).Parse(stream, Path.GetFullPath(path));
    }

    /// <summary>Reads a file from a stream, from where it stands; all values come into memory.</summary>
    /// <param name="stream">The file; it need not be seekable, and stays open.</param>
    /// <param name="options">What to read and to forgive; the defaults where null.</param>
    /// <exception cref="DicomReadException">It is no DICOM file, or goes over a limit.</exception>
    public static DicomFile Open(Stream stream, DicomReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new FileParser(options ?? DicomReadOptions.Default).Parse(stream, path: null);
    }

    /// <summary>Writes the file, first under another name beside it, so that it may hold values which are read from the same path.</summary>
    /// <param name="path">The file, replaced where it exists.</param>
    /// <param name="syntax">Another transfer syntax: any uncompressed one for native pixel data; the file's own where null.</param>
    /// <exception cref="DicomDataException">Pixel data do not go with the syntax, or the SOP class or instance is missing.</exception>
    public void Save(string path, DicomTransferSyntax? syntax = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(full) ?? ".", "." + Path.GetFileName(full) + "." + Path.GetRandomFileName());
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                Save(stream, syntax);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Writes the file to a stream.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="syntax">Another transfer syntax: any uncompressed one for native pixel data; the file's own where null.</param>
    /// <exception cref="DicomDataException">Pixel data do not go with the syntax, or the SOP class or instance is missing.</exception>
    public void Save(Stream stream, DicomTransferSyntax? syntax = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        DicomTransferSyntax target = syntax ?? TransferSyntax;
        if (target != TransferSyntax && TransferSyntax.IsEncapsulated && target.IsEncapsulated && Dataset.Contains(DicomTag.PixelData))
        {
            throw new DicomDataException(DicomTag.PixelData, $"{TransferSyntax} is not recoded into {target} on saving");
        }

        FileMetaWriter.Write(stream, this, target);
        DicomDatasetWriter.Write(stream, FileMetaWriter.WithoutMeta(Dataset), target);
    }
}
