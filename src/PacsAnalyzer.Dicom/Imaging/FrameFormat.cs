namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>The image pixel module (PS3.3 section C.7.6.3) of one frame, as plain data: all that a decoder needs beside the bytes.</summary>
public sealed record FrameFormat
{
    /// <summary>Pixels of a row, 1..65535 (0028,0011).</summary>
    public required int Columns { get; init; }

    /// <summary>Rows, 1..65535 (0028,0010).</summary>
    public required int Rows { get; init; }

    /// <summary>1 or 3 (0028,0002).</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>1, 8, 16 or 32 (0028,0100).</summary>
    public required int BitsAllocated { get; init; }

    /// <summary>Bits that hold the value (0028,0101).</summary>
    public required int BitsStored { get; init; }

    /// <summary>Place of the value's highest bit (0028,0102).</summary>
    public required int HighBit { get; init; }

    /// <summary>Whether values are two's complement (0028,0103).</summary>
    public required bool IsSigned { get; init; }

    /// <summary>0 by pixel, 1 by plane (0028,0006); a decoder's output is always by pixel.</summary>
    public required int PlanarConfiguration { get; init; }

    /// <summary>(0028,0004), as "MONOCHROME2".</summary>
    public required string PhotometricInterpretation { get; init; }

    /// <summary>Bytes of a decoded sample; a bit becomes a byte.</summary>
    public int BytesPerSample => Math.Max(1, BitsAllocated / 8);

    /// <summary>Pixels of a frame.</summary>
    public long PixelCount => (long)Columns * Rows;

    /// <summary>Bytes of a decoded frame.</summary>
    public long FrameBytes => PixelCount * SamplesPerPixel * BytesPerSample;

    /// <summary>Throws where what a compressed stream says of itself is not what the data set says.</summary>
    internal void CheckStream(long columns, long rows, int components, int precision)
    {
        if (columns != Columns || rows != Rows || components != SamplesPerPixel)
        {
            throw new DicomCodecException(
                $"the compressed picture has {columns} x {rows} pixels of {components} samples where the data set says {Columns} x {Rows} of {SamplesPerPixel}");
        }

        if (precision < 1 || precision > BitsAllocated)
        {
            throw new DicomCodecException($"the compressed picture has {precision} bits a sample where the data set allocates {BitsAllocated}");
        }
    }
}
