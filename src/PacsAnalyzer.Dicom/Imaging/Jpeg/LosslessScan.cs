namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>One scan of a lossless JPEG: Huffman-coded differences to a prediction from the neighbours (ITU-T T.81 section H.1).</summary>
internal sealed class LosslessScan
{
    private readonly JpegReader _reader;
    private readonly JpegScan _scan;
    private readonly JpegFrame _frame;
    private readonly JpegHuffmanTable[] _tables;

    /// <summary>Prepares a scan.</summary>
    /// <param name="reader">The tables, and where the data begin.</param>
    /// <param name="scan">The scan header.</param>
    /// <param name="frame">The frame header.</param>
    public LosslessScan(JpegReader reader, JpegScan scan, JpegFrame frame)
    {
        _reader = reader;
        _scan = scan;
        _frame = frame;
        _tables = [.. scan.Components.Select(c => reader.DcTables[c.Dc] ?? throw new DicomCodecException($"Huffman table {c.Dc} is missing"))];
        if (scan.Start is < 1 or > 7 || scan.Low >= frame.Precision)
        {
            throw new DicomCodecException($"a lossless JPEG scan has predictor {scan.Start} and point transform {scan.Low}");
        }

        if (reader.RestartInterval % frame.Width != 0)
        {
            throw new DicomCodecException($"a restart interval of {reader.RestartInterval} is no whole number of rows of {frame.Width} (T.81 section H.1.1)");
        }
    }

    /// <summary>Decodes into the frame.</summary>
    /// <param name="data">The whole stream.</param>
    /// <param name="pixels">The frame, samples by pixel.</param>
    /// <param name="bytes">Bytes of a sample.</param>
    public void Decode(ReadOnlySpan<byte> data, byte[] pixels, int bytes)
    {
        var bits = new JpegBitReader(data, _reader.Position);
        int width = _frame.Width;
        int count = _scan.Components.Length;
        ushort[] current = new ushort[width * count];
        ushort[] previous = new ushort[width * count];
        int rowsToRestart = _reader.RestartInterval / width;
        for (int y = 0; y < _frame.Height; y++)
        {
            bool first = y == 0;
            if (rowsToRestart > 0 && y > 0 && y % rowsToRestart == 0)
            {
                bits.Restart((y / rowsToRestart) - 1);
                first = true;
            }

            DecodeRow(ref bits, current, previous, first);
            bits.CheckOverrun();
            Store(current, pixels, y, bytes);
            (current, previous) = (previous, current);
        }

        _reader.Position = bits.Position;
    }

    private static int Difference(ref JpegBitReader bits, JpegHuffmanTable table)
    {
        int size = bits.Symbol(table);
        return size switch
        {
            < 16 => bits.Signed(size),
            16 => 32768,
            _ => throw new DicomCodecException($"a lossless JPEG difference has size {size}"),
        };
    }

    private void DecodeRow(ref JpegBitReader bits, ushort[] current, ushort[] previous, bool first)
    {
        int count = _scan.Components.Length;
        for (int c = 0; c < count; c++)
        {
            int start = first ? 1 << (_frame.Precision - _scan.Low - 1) : previous[c];
            current[c] = (ushort)(start + Difference(ref bits, _tables[c]));
        }

        int predictor = first ? 1 : _scan.Start;
        for (int i = count, c = 0; i < current.Length; i++)
        {
            int left = current[i - count];
            int above = previous[i];
            int corner = previous[i - count];
            int prediction = predictor switch
            {
                1 => left,
                2 => above,
                3 => corner,
                4 => left + above - corner,
                5 => left + ((above - corner) >> 1),
                6 => above + ((left - corner) >> 1),
                _ => (left + above) >> 1,
            };
            current[i] = (ushort)(prediction + Difference(ref bits, _tables[c]));
            c = c + 1 == count ? 0 : c + 1;
        }
    }

    private void Store(ushort[] row, byte[] pixels, int y, int bytes)
    {
        int count = _scan.Components.Length;
        int samples = _frame.Components.Length;
        int shift = _scan.Low;
        int start = y * _frame.Width * samples;
        for (int c = 0; c < count; c++)
        {
            int to = start + _scan.Components[c].Index;
            for (int i = c; i < row.Length; i += count, to += samples)
            {
                int value = row[i] << shift;
                int at = to * bytes;
                pixels[at] = (byte)value;
                if (bytes > 1)
                {
                    pixels[at + 1] = (byte)(value >> 8);
                }
            }
        }
    }
}
