using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>The Part 10 header of a spooled file (PS3.10 section 7.1), which keeps where the instance came from.</summary>
internal static class SpoolHeader
{
    /// <summary>Preamble, prefix and group 0002: sender and receiver in (0002,0017), (0002,0018), the sender's address in (0002,0027).</summary>
    public static byte[] Create(StoreRequest request, AssociationInfo association)
    {
        var meta = new DicomDataset();
        meta.AddOrUpdate(DicomTag.FileMetaInformationVersion, (byte)0, (byte)1);
        meta.AddOrUpdate(DicomTag.MediaStorageSOPClassUID, request.SopClassUid);
        meta.AddOrUpdate(DicomTag.MediaStorageSOPInstanceUID, request.SopInstanceUid);
        meta.AddOrUpdate(DicomTag.TransferSyntaxUID, request.TransferSyntaxUid);
        meta.AddOrUpdate(DicomTag.ImplementationClassUID, DicomImplementation.ClassUid);
        meta.AddOrUpdate(DicomTag.ImplementationVersionName, DicomImplementation.VersionName);
        meta.AddOrUpdate(DicomTag.SendingApplicationEntityTitle, association.CallingAeTitle);
        meta.AddOrUpdate(DicomTag.ReceivingApplicationEntityTitle, association.CalledAeTitle);
        meta.AddOrUpdate(DicomTag.SendingPresentationAddress, association.Peer.Address.ToString());

        using var stream = new MemoryStream(512);
        stream.Write(stackalloc byte[128]);
        stream.Write("DICM"u8);
        DicomDatasetWriter.Write(stream, meta, DicomTransferSyntax.ExplicitVRLittleEndian);
        return stream.ToArray();
    }
}
