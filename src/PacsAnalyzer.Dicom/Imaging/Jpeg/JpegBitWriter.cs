namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Writes the bits of an entropy-coded segment, with a zero after each 0xFF.</summary>
internal sealed class JpegBitWriter(MemoryStream output)
{
    private ulong _bits;
    private int _count;

    /// <summary>Appends bits.</summary>
    /// <param name="value">The bits; those above <paramref name="bits"/> are zero.</param>
    /// <param name="bits">How many, 0..32.</param>
    public void Write(uint value, int bits)
    {
        _bits = (_bits << bits) | value;
        _count += bits;
        while (_count >= 8)
        {
            _count -= 8;
            Put((byte)(_bits >> _count));
        }
    }

    /// <summary>Fills the last byte with ones.</summary>
    public void Flush()
    {
        if (_count > 0)
        {
            int missing = 8 - _count;
            Write((1u << missing) - 1, missing);
        }
    }

    private void Put(byte value)
    {
        output.WriteByte(value);
        if (value == 0xFF)
        {
            output.WriteByte(0);
        }
    }
}
