using System.Buffers.Binary;
using System.IO.Compression;

namespace PacsAnalyzer.Dicom;

/// <summary>Writes data sets without a file around them: command sets, and data sets as DIMSE carries them.</summary>
public static class DicomDatasetWriter
{
    /// <summary>Writes a data set. Text keeps the stated character set, or goes out in ISO_IR 192 where that lacks a character.
    /// A group length of group 0000 or 0002 is counted anew and put in.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="dataset">The data set; it is not changed.</param>
    /// <param name="syntax">How to encode it. Pixel data are not converted: encapsulated ones need an encapsulated syntax.</param>
    /// <exception cref="DicomDataException">A value is too long, or pixel data do not go with the syntax.</exception>
    public static void Write(Stream stream, DicomDataset dataset, DicomTransferSyntax syntax)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(syntax);
        RequirePixelForm(dataset, syntax);
        if (syntax.IsDeflated)
        {
            using DeflateStream deflated = new(stream, CompressionLevel.Optimal, leaveOpen: true);
            new DatasetEncoder(deflated, ElementEncoding.Of(syntax)).Write(dataset);
            return;
        }

        new DatasetEncoder(stream, ElementEncoding.Of(syntax)).Write(WithGroupLength(dataset, syntax));
    }

    /// <summary>Writes a data set into memory.</summary>
    /// <exception cref="DicomDataException">A value is too long, or pixel data do not go with the syntax.</exception>
    public static byte[] ToBytes(DicomDataset dataset, DicomTransferSyntax syntax)
    {
        using MemoryStream stream = new();
        Write(stream, dataset, syntax);
        return stream.ToArray();
    }

    private static void RequirePixelForm(DicomDataset dataset, DicomTransferSyntax syntax)
    {
        bool isEncapsulated = dataset.GetDicomItem<DicomFragmentSequence>(DicomTag.PixelData) is not null;
        bool isNative = dataset.GetDicomItem<DicomElement>(DicomTag.PixelData) is not null;
        if ((isEncapsulated && !syntax.IsEncapsulated) || (isNative && syntax.IsEncapsulated))
        {
            throw new DicomDataException(
                DicomTag.PixelData,
                $"{(isEncapsulated ? "encapsulated" : "native")} pixel data cannot be written in {syntax}: decode or encode them first");
        }
    }

    /// <summary>Counts the group length of a command set (PS3.7 section 6.3.1) or of file meta information (PS3.10 section 7.1).</summary>
    private static DicomDataset WithGroupLength(DicomDataset dataset, DicomTransferSyntax syntax)
    {
        if (dataset.Count == 0 || dataset[0].Tag.Group is not (0 or 2))
        {
            return dataset;
        }

        ushort group = dataset[0].Tag.Group;
        DicomDataset counted = new(dataset.Where(item => item.Tag.Group == group && !item.Tag.IsGroupLength));
        using MemoryStream stream = new();
        new DatasetEncoder(stream, ElementEncoding.Of(syntax)).Write(counted);
        byte[] length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)stream.Length);
        return new DicomDataset(dataset).AddOrUpdate(new DicomElement(new DicomTag(group, 0), DicomVR.UL, length));
    }
}
