using System.Buffers.Binary;
using System.Text;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// What an SCU must know of a Part 10 file before it sends it: three UIDs of the file meta information (PS3.10 section 7.1)
/// and where the data set begins. The data set itself is not looked at.
/// </summary>
/// <param name="SopClassUid">Media Storage SOP Class UID (0002,0002).</param>
/// <param name="SopInstanceUid">Media Storage SOP Instance UID (0002,0003).</param>
/// <param name="TransferSyntaxUid">Transfer Syntax UID (0002,0010).</param>
/// <param name="DataSetOffset">Position of the data set's first byte.</param>
public sealed record Part10Header(string SopClassUid, string SopInstanceUid, string TransferSyntaxUid, long DataSetOffset)
{
    private const int PreambleLength = 128;
    private const int MaximumMetaLength = 1024 * 1024;

    private static readonly string[] LongForms = ["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"];

    /// <summary>Reads the header of a file.</summary>
    /// <exception cref="InvalidDataException">Not a Part 10 file, or a UID is missing; one line of text.</exception>
    public static Part10Header Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file);
    }

    /// <summary>Reads the header from the start of a stream that can seek; leaves the position at the data set.</summary>
    /// <exception cref="InvalidDataException">Not a Part 10 file, or a UID is missing; one line of text.</exception>
    public static Part10Header Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> head = stackalloc byte[PreambleLength + 4];
        stream.Position = 0;
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head[PreambleLength..].SequenceEqual("DICM"u8))
        {
            throw new InvalidDataException("no DICOM Part 10 file: 'DICM' is not at offset 128");
        }

        string? sopClass = null, instance = null, syntax = null;
        Span<byte> field = stackalloc byte[8];
        while (stream.ReadAtLeast(field, 8, throwOnEndOfStream: false) == 8 && BinaryPrimitives.ReadUInt16LittleEndian(field) == 2)
        {
            long length = ReadLength(stream, field);
            if (length > MaximumMetaLength || length > stream.Length - stream.Position)
            {
                throw new InvalidDataException($"file meta information: an element at offset {stream.Position} claims {length} bytes");
            }

            ushort element = BinaryPrimitives.ReadUInt16LittleEndian(field[2..]);
            if (element is 0x0002 or 0x0003 or 0x0010)
            {
                byte[] value = new byte[length];
                stream.ReadExactly(value);
                string uid = Encoding.ASCII.GetString(value).Trim(' ', '\0');
                (sopClass, instance, syntax) = element switch
                {
                    0x0002 => (uid, instance, syntax),
                    0x0003 => (sopClass, uid, syntax),
                    _ => (sopClass, instance, uid),
                };
            }
            else
            {
                stream.Position += length;
            }

            field.Clear();
        }

        // The element that ended the loop belongs to the data set; at the end of the file there is none.
        long offset = field[..2].SequenceEqual((ReadOnlySpan<byte>)[0, 0]) && stream.Position == stream.Length ? stream.Length : stream.Position - 8;
        stream.Position = offset;
        return new Part10Header(
            Required(sopClass, "Media Storage SOP Class UID (0002,0002)"),
            Required(instance, "Media Storage SOP Instance UID (0002,0003)"),
            Required(syntax, "Transfer Syntax UID (0002,0010)"),
            offset);
    }

    private static string Required(string? uid, string name) =>
        string.IsNullOrEmpty(uid) ? throw new InvalidDataException($"file meta information without {name}") : uid;

    private static long ReadLength(Stream stream, ReadOnlySpan<byte> field)
    {
        // Explicit VR: these have a 32-bit length after two reserved bytes (PS3.5 section 7.1.2).
        if (LongForms.Contains(Encoding.ASCII.GetString(field[4..6])))
        {
            Span<byte> length = stackalloc byte[4];
            stream.ReadExactly(length);
            return BinaryPrimitives.ReadUInt32LittleEndian(length);
        }

        return BinaryPrimitives.ReadUInt16LittleEndian(field[6..]);
    }
}
