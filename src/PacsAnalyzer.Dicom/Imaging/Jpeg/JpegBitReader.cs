using System.Runtime.CompilerServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Reads the bits of an entropy-coded segment: takes out stuffed zeros, stops before a marker and gives zeros from there on.</summary>
internal ref struct JpegBitReader
{
    private readonly ReadOnlySpan<byte> _data;
    private ulong _bits;
    private int _count;
    private int _invented;

    /// <summary>Begins to read.</summary>
    /// <param name="data">The whole stream.</param>
    /// <param name="position">Where the segment begins.</param>
    public JpegBitReader(ReadOnlySpan<byte> data, int position)
    {
        _data = data;
        Position = position;
    }

    /// <summary>The next byte that was not read ahead; at a marker once the segment is used up.</summary>
    public int Position { get; private set; }

    /// <summary>Whether bits were used that the segment does not have.</summary>
    public readonly bool IsOverrun => _invented > 0 && _invented * 8 > _count;

    /// <summary>Throws where the segment was too short.</summary>
    public readonly void CheckOverrun()
    {
        if (IsOverrun)
        {
            throw new DicomCodecException($"the compressed data end early, at byte {Position} of {_data.Length}");
        }
    }

    /// <summary>The next symbol of a Huffman table.</summary>
    /// <param name="table">The table.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Symbol(JpegHuffmanTable table)
    {
        if (_count < 16)
        {
            Fill();
        }

        int entry = table.Fast((int)(_bits >> (64 - JpegHuffmanTable.FastBits)));
        if (entry != 0)
        {
            Skip(entry & 0xFF);
            return entry >> 8;
        }

        int symbol = table.Slow((int)(_bits >> 48), out int length);
        Skip(length);
        return symbol;
    }

    /// <summary>An unsigned number.</summary>
    /// <param name="bits">Its width, 0..16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Bits(int bits)
    {
        if (bits == 0)
        {
            return 0;
        }

        if (_count < bits)
        {
            Fill();
        }

        int value = (int)(_bits >> (64 - bits));
        Skip(bits);
        return value;
    }

    /// <summary>A difference or coefficient of a size category (T.81 figure F.12, EXTEND).</summary>
    /// <param name="size">The category, 0..15.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Signed(int size)
    {
        if (size == 0)
        {
            return 0;
        }

        int value = Bits(size);
        return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    /// <summary>Goes over a restart marker; what is left of the bits before it is dropped.</summary>
    /// <param name="number">Its number, modulo 8.</param>
    public void Restart(int number)
    {
        CheckOverrun();
        _bits = 0;
        _count = 0;
        _invented = 0;
        while (Position + 1 < _data.Length && (_data[Position] != 0xFF || _data[Position + 1] is 0xFF or 0))
        {
            Position++;
        }

        if (Position + 1 >= _data.Length || _data[Position + 1] != (byte)JpegMarker.Rst0 + (number & 7))
        {
            throw new DicomCodecException($"restart marker {number & 7} is missing at byte {Position}");
        }

        Position += 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Skip(int bits)
    {
        _bits <<= bits;
        _count -= bits;
    }

    private void Fill()
    {
        while (_count <= 56)
        {
            uint next = 0;
            if (Position < _data.Length && _data[Position] != 0xFF)
            {
                next = _data[Position++];
            }
            else if (Position + 1 < _data.Length && _data[Position + 1] == 0)
            {
                next = 0xFF;
                Position += 2;
            }
            else
            {
                _invented++;
            }

            _bits |= (ulong)next << (56 - _count);
            _count += 8;
        }
    }
}
