namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>One Huffman-coded scan of a DCT-based JPEG, sequential or progressive (ITU-T T.81 annexes F and G).</summary>
internal sealed class DctScan
{
    private readonly JpegReader _reader;
    private readonly JpegScan _scan;
    private readonly CoefficientPlane[] _planes;
    private readonly JpegHuffmanTable?[] _dc;
    private readonly JpegHuffmanTable?[] _ac;
    private readonly bool _progressive;
    private readonly int[] _previousDc;
    private int _endOfBandRun;

    /// <summary>Prepares a scan.</summary>
    /// <param name="reader">The tables, and where the data begin.</param>
    /// <param name="scan">The scan header.</param>
    /// <param name="planes">The planes of all components.</param>
    public DctScan(JpegReader reader, JpegScan scan, CoefficientPlane[] planes)
    {
        _reader = reader;
        _scan = scan;
        _progressive = reader.Frame!.Kind == JpegMarker.Sof2;
        _planes = [.. scan.Components.Select(c => planes[c.Index])];
        _previousDc = new int[_planes.Length];
        bool needsDc = scan.Start == 0 && scan.High == 0;
        bool needsAc = scan.End > 0;
        _dc = [.. scan.Components.Select(c => needsDc ? Require(reader.DcTables[c.Dc]) : null)];
        _ac = [.. scan.Components.Select(c => needsAc ? Require(reader.AcTables[c.Ac]) : null)];
        bool valid = _progressive
            ? scan.Start <= scan.End && scan.End < 64 && (scan.Start == 0 ? scan.End == 0 : scan.Components.Length == 1)
                && scan.Low <= 13 && (scan.High == 0 || scan.High == scan.Low + 1)
            : scan is { Start: 0, End: 63, High: 0, Low: 0 };
        if (!valid)
        {
            throw new DicomCodecException($"a JPEG scan of coefficients {scan.Start}..{scan.End}, bits {scan.High}..{scan.Low} is not allowed in this frame");
        }
    }

    /// <summary>Decodes the scan into the planes.</summary>
    /// <param name="data">The whole stream.</param>
    public void Decode(ReadOnlySpan<byte> data)
    {
        var bits = new JpegBitReader(data, _reader.Position);
        bool alone = _planes.Length == 1;
        int across = alone ? _planes[0].ScanBlocksAcross : _planes[0].McusAcross;
        int down = alone ? _planes[0].ScanBlocksDown : _planes[0].McusDown;
        int unit = 0;
        for (int y = 0; y < down; y++)
        {
            for (int x = 0; x < across; x++, unit++)
            {
                if (_reader.RestartInterval > 0 && unit > 0 && unit % _reader.RestartInterval == 0)
                {
                    bits.Restart((unit / _reader.RestartInterval) - 1);
                    _endOfBandRun = 0;
                    Array.Clear(_previousDc);
                }

                if (alone)
                {
                    DecodeBlock(ref bits, _planes[0].Block(y, x), 0);
                }
                else
                {
                    DecodeUnit(ref bits, y, x);
                }
            }

            bits.CheckOverrun();
        }

        _reader.Position = bits.Position;
    }

    private static JpegHuffmanTable Require(JpegHuffmanTable? table) => table ?? throw new DicomCodecException("a JPEG scan uses a Huffman table that is missing");

    private void DecodeUnit(ref JpegBitReader bits, int y, int x)
    {
        for (int c = 0; c < _planes.Length; c++)
        {
            JpegComponent component = _planes[c].Component;
            for (int v = 0; v < component.Vertical; v++)
            {
                for (int h = 0; h < component.Horizontal; h++)
                {
                    DecodeBlock(ref bits, _planes[c].Block((y * component.Vertical) + v, (x * component.Horizontal) + h), c);
                }
            }
        }
    }

    private void DecodeBlock(ref JpegBitReader bits, Span<short> block, int c)
    {
        if (!_progressive)
        {
            FirstDc(ref bits, block, c);
            Sequential(ref bits, block, _ac[c]!);
        }
        else if (_scan.Start == 0)
        {
            if (_scan.High == 0)
            {
                FirstDc(ref bits, block, c);
            }
            else if (bits.Bits(1) != 0)
            {
                block[0] |= (short)(1 << _scan.Low);
            }
        }
        else if (_scan.High == 0)
        {
            FirstAc(ref bits, block, _ac[c]!);
        }
        else
        {
            RefineAc(ref bits, block, _ac[c]!);
        }
    }

    private void FirstDc(ref JpegBitReader bits, Span<short> block, int c)
    {
        int size = bits.Symbol(_dc[c]!);
        if (size > 15)
        {
            throw new DicomCodecException($"a JPEG DC difference has size {size}");
        }

        _previousDc[c] += bits.Signed(size);
        block[0] = (short)(_previousDc[c] << _scan.Low);
    }

    private static void Sequential(ref JpegBitReader bits, Span<short> block, JpegHuffmanTable table)
    {
        for (int k = 1; k < 64; k++)
        {
            int symbol = bits.Symbol(table);
            int size = symbol & 15;
            int run = symbol >> 4;
            if (size == 0)
            {
                if (run < 15)
                {
                    return;
                }

                k += 15;
                continue;
            }

            k += run;
            Require(k, 63);
            block[JpegReader.NaturalOrder[k]] = (short)bits.Signed(size);
        }
    }

    private void FirstAc(ref JpegBitReader bits, Span<short> block, JpegHuffmanTable table)
    {
        if (_endOfBandRun > 0)
        {
            _endOfBandRun--;
            return;
        }

        for (int k = _scan.Start; k <= _scan.End; k++)
        {
            int symbol = bits.Symbol(table);
            int size = symbol & 15;
            int run = symbol >> 4;
            if (size == 0)
            {
                if (run < 15)
                {
                    _endOfBandRun = (1 << run) + bits.Bits(run) - 1;
                    return;
                }

                k += 15;
                continue;
            }

            k += run;
            Require(k, _scan.End);
            block[JpegReader.NaturalOrder[k]] = (short)(bits.Signed(size) << _scan.Low);
        }
    }

    private void RefineAc(ref JpegBitReader bits, Span<short> block, JpegHuffmanTable table)
    {
        int k = _scan.Start;
        if (_endOfBandRun == 0)
        {
            for (; k <= _scan.End; k++)
            {
                int symbol = bits.Symbol(table);
                int run = symbol >> 4;
                int value = 0;
                if ((symbol & 15) != 0)
                {
                    value = bits.Bits(1) != 0 ? 1 << _scan.Low : -1 << _scan.Low;
                }
                else if (run < 15)
                {
                    _endOfBandRun = (1 << run) + bits.Bits(run);
                    break;
                }

                k = RefineRun(ref bits, block, k, run);
                if (value != 0)
                {
                    Require(k, _scan.End);
                    block[JpegReader.NaturalOrder[k]] = (short)value;
                }
            }
        }

        if (_endOfBandRun > 0)
        {
            RefineRun(ref bits, block, k, 64);
            _endOfBandRun--;
        }
    }

    // Goes over `zeros` coefficients that are still zero and refines the others; stops at the next zero one.
    private int RefineRun(ref JpegBitReader bits, Span<short> block, int k, int zeros)
    {
        for (; k <= _scan.End; k++)
        {
            ref short coefficient = ref block[JpegReader.NaturalOrder[k]];
            if (coefficient == 0)
            {
                if (zeros-- == 0)
                {
                    return k;
                }
            }
            else if (bits.Bits(1) != 0 && (coefficient & (1 << _scan.Low)) == 0)
            {
                coefficient += (short)(coefficient > 0 ? 1 << _scan.Low : -(1 << _scan.Low));
            }
        }

        return k;
    }

    private static void Require(int k, int end)
    {
        if (k > end)
        {
            throw new DicomCodecException("a JPEG block has more coefficients than its band");
        }
    }
}
