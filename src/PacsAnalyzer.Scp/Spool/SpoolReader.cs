using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>Reads spooled files back.</summary>
internal sealed partial class SpoolReader(ILogger<SpoolReader> logger) : ISpoolReader
{
    /// <summary>The header of a file; pixel data and long values stay on the disk.</summary>
    /// <exception cref="DicomReadException">The file is not DICOM.</exception>
    /// <exception cref="DicomDataException">Study, Series or SOP Instance UID is missing.</exception>
    public static InstanceHeader ReadHeader(string path) => InstanceHeaderReader.Read(DicomFile.Open(path));

    /// <inheritdoc/>
    public SpooledInstance? Read(string path)
    {
        try
        {
            DicomFile file = DicomFile.Open(path);
            using FileStream stream = File.OpenRead(path);
            Part10Header.Read(stream);
            string hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            DicomDataset meta = file.FileMetaInfo;
            return new SpooledInstance(
                path,
                InstanceHeaderReader.Read(file),
                hash,
                stream.Length,
                meta.GetString(DicomTag.SendingApplicationEntityTitle) ?? "",
                meta.GetString(DicomTag.ReceivingApplicationEntityTitle) ?? "",
                meta.GetString(DicomTag.SendingPresentationAddress) ?? "",
                File.GetLastWriteTimeUtc(path));
        }
        catch (Exception e) when (e is DicomReadException or DicomDataException or IOException or InvalidDataException)
        {
            LogUnreadable(Path.GetFileName(path), e.Message);
            return null;
        }
    }

    [LoggerMessage(2201, LogLevel.Error, "The spooled file {File} cannot be read and stays where it is: {Message}")]
    private partial void LogUnreadable(string file, string message);
}
