using System.Security.Cryptography;

namespace PacsAnalyzer.Dicom;

/// <summary>New UIDs from random UUIDs: "2.25." and the decimal form of a version 4 UUID (PS3.5 annex B.2).</summary>
public sealed class DicomUIDGenerator : IDicomUidSource
{
    /// <inheritdoc/>
    public string Next()
    {
        Span<byte> uuid = stackalloc byte[16];
        RandomNumberGenerator.Fill(uuid);
        uuid[6] = (byte)((uuid[6] & 0x0F) | 0x40);
        uuid[8] = (byte)((uuid[8] & 0x3F) | 0x80);
        return DerivedUid.FromUuid(uuid);
    }
}
