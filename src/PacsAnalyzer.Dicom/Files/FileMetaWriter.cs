namespace PacsAnalyzer.Dicom;

/// <summary>Makes and writes file meta information (PS3.10 section 7.1).</summary>
internal static class FileMetaWriter
{
    /// <summary>Puts in what is required and missing.</summary>
    internal static void Complete(DicomFile file, DicomTransferSyntax syntax)
    {
        DicomDataset meta = file.FileMetaInfo;
        meta.AddOrUpdate(DicomTag.FileMetaInformationVersion, (byte)0, (byte)1);
        Copy(file, DicomTag.SOPClassUID, DicomTag.MediaStorageSOPClassUID);
        Copy(file, DicomTag.SOPInstanceUID, DicomTag.MediaStorageSOPInstanceUID);
        meta.AddOrUpdate(DicomTag.TransferSyntaxUID, syntax.Uid);
        meta.AddOrUpdate(DicomTag.ImplementationClassUID, DicomImplementation.ClassUid);
        meta.AddOrUpdate(DicomTag.ImplementationVersionName, DicomImplementation.VersionName);
    }

    internal static void Write(Stream stream, DicomFile file, DicomTransferSyntax syntax)
    {
        DicomFile completed = new(file.FileMetaInfo.Clone(), file.Dataset, syntax);
        Complete(completed, syntax);
        foreach (DicomTag tag in (DicomTag[])[DicomTag.MediaStorageSOPClassUID, DicomTag.MediaStorageSOPInstanceUID])
        {
            if (completed.FileMetaInfo.GetString(tag) is null)
            {
                throw new DicomDataException(tag, "a file needs one: the data set has none either");
            }
        }

        stream.Write(new byte[128]);
        stream.Write("DICM"u8);
        DicomDatasetWriter.Write(stream, completed.FileMetaInfo, DicomTransferSyntax.ExplicitVRLittleEndian);
    }

    /// <summary>A data set without elements of groups 0000 and 0002, which have no place in a file's.</summary>
    internal static DicomDataset WithoutMeta(DicomDataset dataset)
    {
        if (dataset.All(item => item.Tag.Group is not (0 or 2)))
        {
            return dataset;
        }

        return new DicomDataset(dataset.Where(item => item.Tag.Group is not (0 or 2)));
    }

    private static void Copy(DicomFile file, DicomTag from, DicomTag to)
    {
        if (file.Dataset.GetString(from) is { } uid)
        {
            file.FileMetaInfo.AddOrUpdate(to, uid);
        }
    }
}
