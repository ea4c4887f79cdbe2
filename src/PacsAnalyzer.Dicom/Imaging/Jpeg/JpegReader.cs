using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Reads the segments between the scans of a JPEG stream (ITU-T T.81 annex B); each length is checked before it is used.</summary>
internal sealed class JpegReader
{
    private static readonly byte[] AdobeName = "Adobe"u8.ToArray();
    private static readonly byte[] JfifName = "JFIF\0"u8.ToArray();

    private readonly ReadOnlyMemory<byte> _data;

    /// <summary>Begins at the start-of-image marker.</summary>
    /// <param name="data">The stream.</param>
    public JpegReader(ReadOnlyMemory<byte> data)
    {
        _data = data;
        ReadOnlySpan<byte> span = data.Span;
        if (span.Length < 4 || span[0] != 0xFF || span[1] != (byte)JpegMarker.Soi)
        {
            throw new DicomCodecException("the compressed data do not begin with a JPEG start-of-image marker");
        }

        Position = 2;
    }

    /// <summary>Where reading goes on; a scan's decoder sets it to the end of its data.</summary>
    public int Position { get; set; }

    /// <summary>The frame header; null until it was seen.</summary>
    public JpegFrame? Frame { get; private set; }

    /// <summary>Quantization tables in natural order.</summary>
    public int[]?[] Quantization { get; } = new int[4][];

    /// <summary>DC tables, and the tables of lossless scans.</summary>
    public JpegHuffmanTable?[] DcTables { get; } = new JpegHuffmanTable[4];

    /// <summary>AC tables.</summary>
    public JpegHuffmanTable?[] AcTables { get; } = new JpegHuffmanTable[4];

    /// <summary>MCUs between restart markers; 0 for none.</summary>
    public int RestartInterval { get; private set; }

    /// <summary>The colour transform of an Adobe segment (0 none, 1 YCbCr); null without one.</summary>
    public int? AdobeTransform { get; private set; }

    /// <summary>Whether a JFIF segment was seen, which implies YCbCr.</summary>
    public bool HasJfif { get; private set; }

    /// <summary>Order of coefficients in a block (T.81 figure 5): natural place of each zigzag place.</summary>
    public static ReadOnlySpan<byte> NaturalOrder =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    /// <summary>Reads up to the next scan; <see cref="Position"/> is then at its data. Null at the end of the image.</summary>
    public JpegScan? NextScan()
    {
        while (NextMarker() is { } marker)
        {
            switch (marker)
            {
                case JpegMarker.Eoi:
                    return null;
                case JpegMarker.Soi:
                case JpegMarker.Tem:
                case >= JpegMarker.Rst0 and <= JpegMarker.Rst7:
                    continue;
            }

            ReadOnlySpan<byte> body = Segment(marker);
            switch (marker)
            {
                case JpegMarker.Dht:
                    ReadHuffman(body);
                    break;
                case JpegMarker.Dqt:
                    ReadQuantization(body);
                    break;
                case JpegMarker.Dri:
                    RestartInterval = body.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(body) : throw Short(marker);
                    break;
                case JpegMarker.App0:
                    HasJfif |= body.StartsWith(JfifName);
                    break;
                case JpegMarker.App14 when body.Length >= 12 && body.StartsWith(AdobeName):
                    AdobeTransform = body[11];
                    break;
                case JpegMarker.Dac:
                    throw new DicomCodecException("JPEG with arithmetic coding is not decoded");
                case JpegMarker.Sos:
                    return ReadScan(body);
                case >= JpegMarker.Sof0 and <= JpegMarker.Sof15 when marker is not JpegMarker.Jpg:
                    Frame = Frame is null ? ReadFrame(marker, body) : throw new DicomCodecException("a second JPEG frame header (hierarchical JPEG is not decoded)");
                    break;
            }
        }

        return null;
    }

    private static DicomCodecException Short(JpegMarker marker) => new($"JPEG segment {marker} is too short");

    private static JpegFrame ReadFrame(JpegMarker kind, ReadOnlySpan<byte> body)
    {
        if (body.Length < 6 || body.Length < 6 + (3 * body[5]))
        {
            throw Short(kind);
        }

        int precision = body[0];
        int height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        var components = new JpegComponent[body[5]];
        for (int i = 0; i < components.Length; i++)
        {
            ReadOnlySpan<byte> c = body[(6 + (3 * i))..];
            components[i] = new JpegComponent(c[0], c[1] >> 4, c[1] & 15, c[2]);
            if (components[i] is not { Horizontal: >= 1 and <= 4, Vertical: >= 1 and <= 4, QuantizationTable: <= 3 })
            {
                throw new DicomCodecException("a JPEG component has sampling factors outside 1..4 or an unknown quantization table");
            }
        }

        if (width == 0 || height == 0 || components.Length is < 1 or > 4 || components.DistinctBy(c => c.Id).Count() != components.Length)
        {
            throw new DicomCodecException($"a JPEG frame of {width} x {height} pixels and {components.Length} components is not decoded");
        }

        return new JpegFrame(kind, precision, width, height, components);
    }

    private JpegMarker? NextMarker()
    {
        ReadOnlySpan<byte> span = _data.Span;
        int at = Position;
        while (at + 1 < span.Length)
        {
            if (span[at] == 0xFF && span[at + 1] is not 0xFF and not 0)
            {
                Position = at + 2;
                return (JpegMarker)span[at + 1];
            }

            at++;
        }

        Position = span.Length;
        return null;
    }

    private ReadOnlySpan<byte> Segment(JpegMarker marker)
    {
        ReadOnlySpan<byte> rest = _data.Span[Position..];
        int length = rest.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(rest) : 0;
        if (length < 2 || length > rest.Length)
        {
            throw new DicomCodecException($"JPEG segment {marker} at byte {Position} says {length} bytes where {rest.Length} are left");
        }

        Position += length;
        return rest[2..length];
    }

    private void ReadHuffman(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            if (body.Length < 17)
            {
                throw Short(JpegMarker.Dht);
            }

            int count = 0;
            foreach (byte n in body[1..17])
            {
                count += n;
            }

            int id = body[0] & 15;
            if (id > 3 || body[0] >> 4 > 1 || count > 256 || count > body.Length - 17)
            {
                throw new DicomCodecException("a Huffman table has an unknown number or more symbols than its segment");
            }

            (body[0] >> 4 == 0 ? DcTables : AcTables)[id] = new JpegHuffmanTable(body[1..17], body.Slice(17, count));
            body = body[(17 + count)..];
        }
    }

    private void ReadQuantization(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            int width = (body[0] >> 4) + 1;
            int id = body[0] & 15;
            if (width > 2 || id > 3 || body.Length < 1 + (64 * width))
            {
                throw new DicomCodecException("a quantization table has an unknown number or is too short");
            }

            var table = new int[64];
            for (int i = 0; i < 64; i++)
            {
                table[NaturalOrder[i]] = width == 1 ? body[1 + i] : BinaryPrimitives.ReadUInt16BigEndian(body[(1 + (2 * i))..]);
            }

            Quantization[id] = table;
            body = body[(1 + (64 * width))..];
        }
    }

    private JpegScan ReadScan(ReadOnlySpan<byte> body)
    {
        if (Frame is null)
        {
            throw new DicomCodecException("a JPEG scan comes before the frame header");
        }

        int count = body.Length > 0 ? body[0] : 0;
        if (count is < 1 or > 4 || count > Frame.Components.Length || body.Length < 4 + (2 * count))
        {
            throw Short(JpegMarker.Sos);
        }

        var components = new (int Index, int Dc, int Ac)[count];
        for (int i = 0; i < count; i++)
        {
            byte id = body[1 + (2 * i)];
            byte tables = body[2 + (2 * i)];
            int index = Array.FindIndex(Frame.Components, c => c.Id == id);
            if (index < 0 || tables >> 4 > 3 || (tables & 15) > 3 || components.AsSpan(0, i).ToArray().Any(c => c.Index == index))
            {
                throw new DicomCodecException($"a JPEG scan names component {id} or tables that are not there, or one component twice");
            }

            components[i] = (index, tables >> 4, tables & 15);
        }

        ReadOnlySpan<byte> tail = body[(1 + (2 * count))..];
        return new JpegScan(components, tail[0], tail[1], tail[2] >> 4, tail[2] & 15);
    }
}
