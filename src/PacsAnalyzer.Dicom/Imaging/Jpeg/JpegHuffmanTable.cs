namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A Huffman table for decoding (ITU-T T.81 annex C and section F.2.2.3): short codes by lookup, long ones by length.</summary>
internal sealed class JpegHuffmanTable
{
    /// <summary>Codes up to this length are found at once.</summary>
    public const int FastBits = 10;

    private readonly ushort[] _fast = new ushort[1 << FastBits];
    private readonly int[] _maxCode = new int[17];
    private readonly int[] _offset = new int[17];
    private readonly byte[] _values;

    /// <summary>Builds the table.</summary>
    /// <param name="counts">How many codes there are of length 1..16.</param>
    /// <param name="values">The symbols in order of their codes.</param>
    /// <exception cref="DicomCodecException">The lengths are not those of a prefix code.</exception>
    public JpegHuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        _values = values.ToArray();
        int code = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++)
        {
            int count = counts[length - 1];
            if (code + count > 1 << length)
            {
                throw new DicomCodecException("a Huffman table has more codes than its lengths allow");
            }

            _offset[length] = index - code;
            if (length <= FastBits)
            {
                for (int i = 0; i < count; i++)
                {
                    int first = (code + i) << (FastBits - length);
                    _fast.AsSpan(first, 1 << (FastBits - length)).Fill((ushort)((values[index + i] << 8) | length));
                }
            }

            index += count;
            code += count;
            _maxCode[length] = code;
            code <<= 1;
        }
    }

    /// <summary>Symbol in the high byte, length in the low one; zero where the code is longer or unknown.</summary>
    /// <param name="bits">The next <see cref="FastBits"/> bits.</param>
    public int Fast(int bits) => _fast[bits];

    /// <summary>The symbol of a code longer than <see cref="FastBits"/>.</summary>
    /// <param name="next16">The next 16 bits.</param>
    /// <param name="length">The length of its code.</param>
    /// <exception cref="DicomCodecException">No code begins with these bits.</exception>
    public int Slow(int next16, out int length)
    {
        for (length = FastBits + 1; length <= 16; length++)
        {
            int code = next16 >> (16 - length);
            if (code < _maxCode[length])
            {
                int place = code + _offset[length];
                if ((uint)place < (uint)_values.Length)
                {
                    return _values[place];
                }
            }
        }

        throw new DicomCodecException("the compressed data hold a code that is in no Huffman table");
    }
}
