namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>One colour of a palette (PS3.3 section C.7.9.1), brought to 8 bits.</summary>
internal sealed class PaletteTable
{
    private readonly byte[] _values;
    private readonly int _first;

    private PaletteTable(byte[] values, int first)
    {
        _values = values;
        _first = first;
    }

    /// <summary>Reads a table.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="descriptor">Its descriptor: entries (0 means 65536), first value mapped, bits of an entry.</param>
    /// <param name="data">Its entries.</param>
    /// <exception cref="DicomCodecException">A table is missing, segmented or too short.</exception>
    public static PaletteTable Read(DicomDataset dataset, DicomTag descriptor, DicomTag data)
    {
        byte[]? head = dataset.GetDicomItem<DicomElement>(descriptor)?.GetBytes();
        byte[]? body = dataset.GetDicomItem<DicomElement>(data)?.GetBytes();
        if (head is null || head.Length < 6 || body is null)
        {
            throw new DicomCodecException($"PALETTE COLOR without {descriptor.Keyword} and {data.Keyword} (segmented tables are not read)");
        }

        int entries = ColorConversion.Word(head, 0) is var n && n == 0 ? 65536 : n;
        int first = (short)ColorConversion.Word(head, 1);
        int bits = ColorConversion.Word(head, 2);
        if (bits is not (8 or 16))
        {
            throw new DicomCodecException($"{descriptor.Keyword} says {bits} bits; 8 or 16 are allowed");
        }

        var values = new byte[entries];
        if (body.Length >= 2 * entries)
        {
            bool small = bits == 8;
            if (bits == 16)
            {
                // Some writers say 16 bits and use the low 8 only.
                small = true;
                for (int i = 0; i < entries && small; i++)
                {
                    small = body[(2 * i) + 1] == 0;
                }
            }

            for (int i = 0; i < entries; i++)
            {
                values[i] = body[(2 * i) + (small ? 0 : 1)];
            }
        }
        else if (bits == 8 && body.Length >= entries)
        {
            body.AsSpan(0, entries).CopyTo(values);
        }
        else
        {
            throw new DicomCodecException($"{data.Keyword} has {body.Length} bytes for {entries} entries of {bits} bits");
        }

        return new PaletteTable(values, first);
    }

    /// <summary>The entry of a pixel value; values beyond the table take its ends.</summary>
    /// <param name="value">The pixel value.</param>
    public byte Look(int value) => _values[Math.Clamp(value - _first, 0, _values.Length - 1)];
}
