using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace PacsAnalyzer.Dicom;

/// <summary>UIDs that follow from what they name, so that the same object gets the same UID each time: "2.25." and the
/// decimal form of a version 5 UUID (PS3.5 annex B.2, RFC 9562 section 5.5).</summary>
public static class DerivedUid
{
    // The namespace of the UUIDs: the version 5 UUID of "pacs-analyzer" in RFC 9562's namespace of domain names.
    private static readonly byte[] Namespace = Version5(Convert.FromHexString("6BA7B8109DAD11D180B400C04FD430C8"), "pacs-analyzer"u8);

    /// <summary>The UID that parts in this order have.</summary>
    /// <param name="parts">What the object is; ("ab", "c") and ("a", "bc") give different UIDs.</param>
    public static string Create(params string[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        using MemoryStream name = new();
        Span<byte> length = stackalloc byte[4];
        foreach (string part in parts)
        {
            byte[] text = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
            name.Write(length);
            name.Write(text);
        }

        return FromUuid(Version5(Namespace, name.ToArray()));
    }

    /// <summary>The UID of a UUID, as PS3.5 annex B.2 has it.</summary>
    /// <param name="uuid">The 16 bytes, most significant first.</param>
    public static string FromUuid(ReadOnlySpan<byte> uuid) => "2.25." + new BigInteger(uuid, isUnsigned: true, isBigEndian: true);

    // SHA-1 is what RFC 9562 prescribes here; nothing relies on it being hard to break.
#pragma warning disable CA5350
    private static byte[] Version5(ReadOnlySpan<byte> space, ReadOnlySpan<byte> name)
    {
        byte[] hash = SHA1.HashData([.. space, .. name])[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return hash;
    }
#pragma warning restore CA5350
}
