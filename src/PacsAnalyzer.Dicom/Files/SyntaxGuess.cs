using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom;

/// <summary>Tells from the first element of a data set how it is encoded.</summary>
internal static class SyntaxGuess
{
    /// <summary>The uncompressed syntax that the first element shows; null where it shows none.</summary>
    /// <param name="bytes">The data set's first bytes, at least eight.</param>
    /// <param name="available">How many bytes there are in all, where that is known.</param>
    internal static DicomTransferSyntax? Of(ReadOnlySpan<byte> bytes, long? available)
    {
        if (bytes.Length < 8)
        {
            return null;
        }

        ushort little = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        ushort big = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (DicomVR.Find(bytes[4], bytes[5]) is not null)
        {
            return big < little ? DicomTransferSyntax.ExplicitVRBigEndian : DicomTransferSyntax.ExplicitVRLittleEndian;
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        bool fits = length == ElementHeader.Undefined || available is null || length <= available - 8;
        return little <= big && fits ? DicomTransferSyntax.ImplicitVRLittleEndian : null;
    }

    /// <summary>Whether a data set without file meta information begins here: with group 0002 or 0008, as all do, and a known element.</summary>
    internal static bool LooksLikeDataset(ReadOnlySpan<byte> bytes, long? available)
    {
        if (Of(bytes, available) is not { } syntax)
        {
            return false;
        }

        DicomTag tag = syntax.IsBigEndian
            ? new DicomTag(BinaryPrimitives.ReadUInt16BigEndian(bytes), BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]))
            : new DicomTag(BinaryPrimitives.ReadUInt16LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]));
        return tag.Group is 2 or 8 && (tag.IsGroupLength || tag.DictionaryEntry is not null);
    }
}
