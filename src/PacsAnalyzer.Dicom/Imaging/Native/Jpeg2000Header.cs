using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>What the SIZ segment of a JPEG 2000 codestream says (ISO 15444-1 section A.5.1), read before the library sees it.</summary>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Components">How many components.</param>
/// <param name="Precision">The largest number of bits of a sample.</param>
/// <param name="IsSubsampled">Whether a component has fewer pixels than the picture.</param>
/// <param name="IsHighThroughput">Whether a CAP segment announces HTJ2K (part 15).</param>
internal sealed record Jpeg2000Header(long Width, long Height, int Components, int Precision, bool IsSubsampled, bool IsHighThroughput)
{
    private const long MostTiles = 65535;

    /// <summary>Reads the header.</summary>
    /// <param name="data">The codestream, or a JP2 file.</param>
    /// <exception cref="DicomCodecException">It is none, or a size makes no sense.</exception>
    public static Jpeg2000Header Read(ReadOnlySpan<byte> data)
    {
        // SOC and SIZ stand together at the start of each codestream; in a JP2 file they come after some boxes.
        int start = data.IndexOf((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]);
        ReadOnlySpan<byte> siz = start < 0 ? [] : data[(start + 4)..];
        if (siz.Length < 38)
        {
            throw new DicomCodecException("the compressed data hold no JPEG 2000 codestream");
        }

        int segment = BinaryPrimitives.ReadUInt16BigEndian(siz);
        int components = BinaryPrimitives.ReadUInt16BigEndian(siz[36..]);
        if (components is < 1 or > 4 || segment != 38 + (3 * components) || siz.Length < segment + 4)
        {
            throw new DicomCodecException($"the JPEG 2000 header has {components} components in a segment of {segment} bytes");
        }

        long left = BinaryPrimitives.ReadUInt32BigEndian(siz[12..]);
        long top = BinaryPrimitives.ReadUInt32BigEndian(siz[16..]);
        long width = BinaryPrimitives.ReadUInt32BigEndian(siz[4..]) - left;
        long height = BinaryPrimitives.ReadUInt32BigEndian(siz[8..]) - top;
        long tileWidth = BinaryPrimitives.ReadUInt32BigEndian(siz[20..]);
        long tileHeight = BinaryPrimitives.ReadUInt32BigEndian(siz[24..]);
        if (width <= 0 || height <= 0 || tileWidth == 0 || tileHeight == 0 || ((width / tileWidth) + 1) * ((height / tileHeight) + 1) > MostTiles)
        {
            throw new DicomCodecException($"the JPEG 2000 header says {width} x {height} pixels in tiles of {tileWidth} x {tileHeight}");
        }

        int precision = 0;
        bool subsampled = false;
        for (int c = 0; c < components; c++)
        {
            ReadOnlySpan<byte> component = siz[(38 + (3 * c))..];
            precision = Math.Max(precision, (component[0] & 0x7F) + 1);
            subsampled |= component[1] != 1 || component[2] != 1;
        }

        bool capabilities = siz[segment] == 0xFF && siz[segment + 1] == 0x50;
        return new Jpeg2000Header(width, height, components, precision, subsampled, capabilities);
    }
}
