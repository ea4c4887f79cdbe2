using System.Buffers.Binary;
using System.Numerics;
using PacsAnalyzer.Dicom.Imaging;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>A plain writer of JPEG lossless with every option of ITU-T T.81 annex H, with a fixed Huffman table of 5-bit codes.</summary>
internal sealed class LosslessJpegWriter
{
    public required int Predictor { get; init; }

    public int PointTransform { get; init; }

    public int RestartRows { get; init; }

    public int RestartExtra { get; init; }

    public bool ScanPerComponent { get; init; }

    public byte[] Write(byte[] pixels, FrameFormat format)
    {
        using var output = new MemoryStream();
        int samples = format.SamplesPerPixel;
        output.Write([0xFF, 0xD8, 0xFF, 0xC3, 0, (byte)(8 + (3 * samples)), (byte)format.BitsStored]);
        Word(output, format.Rows);
        Word(output, format.Columns);
        output.WriteByte((byte)samples);
        for (int c = 0; c < samples; c++)
        {
            output.Write([(byte)(10 + c), 0x11, 0]);
        }

        // 17 codes of 5 bits: symbol n has code n.
        output.Write([0xFF, 0xC4, 0, 2 + 17 + 17, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        output.Write([.. Enumerable.Range(0, 17).Select(i => (byte)i)]);
        if (RestartRows > 0)
        {
            output.Write([0xFF, 0xDD, 0, 4]);
            Word(output, (RestartRows * format.Columns) + RestartExtra);
        }

        int[][] scans = ScanPerComponent ? [.. Enumerable.Range(0, samples).Select(c => new[] { c })] : [[.. Enumerable.Range(0, samples)]];
        foreach (int[] scan in scans)
        {
            output.Write([0xFF, 0xDA, 0, (byte)(6 + (2 * scan.Length)), (byte)scan.Length]);
            foreach (int c in scan)
            {
                output.Write([(byte)(10 + c), 0]);
            }

            output.Write([(byte)Predictor, 0, (byte)PointTransform]);
            WriteScan(output, pixels, format, scan);
        }

        output.Write([0xFF, 0xD9]);
        return output.ToArray();
    }

    private void WriteScan(MemoryStream output, byte[] pixels, FrameFormat format, int[] scan)
    {
        var bits = new JpegBitWriter(output);
        int restarts = 0;
        for (int y = 0; y < format.Rows; y++)
        {
            bool first = y == 0;
            if (RestartRows > 0 && y > 0 && y % RestartRows == 0)
            {
                bits.Flush();
                output.Write([0xFF, (byte)(0xD0 + (restarts++ & 7))]);
                first = true;
            }

            for (int x = 0; x < format.Columns; x++)
            {
                foreach (int c in scan)
                {
                    int difference = (short)(At(x, y, c) - Predict(x, y, c, first));
                    int size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(difference));
                    bits.Write((uint)size, 5);
                    if (size < 16)
                    {
                        bits.Write((uint)(difference < 0 ? difference - 1 : difference) & ((1u << size) - 1), size);
                    }
                }
            }
        }

        bits.Flush();

        int At(int x, int y, int c) =>
            (int)(Samples.Read(pixels, (((y * format.Columns) + x) * format.SamplesPerPixel) + c, format.BytesPerSample) & ((1u << format.BitsStored) - 1)) >> PointTransform;

        int Predict(int x, int y, int c, bool first)
        {
            if (x == 0)
            {
                return first ? 1 << (format.BitsStored - PointTransform - 1) : At(0, y - 1, c);
            }

            int a = At(x - 1, y, c);
            if (first)
            {
                return a;
            }

            int b = At(x, y - 1, c);
            int d = At(x - 1, y - 1, c);
            return Predictor switch { 1 => a, 2 => b, 3 => d, 4 => a + b - d, 5 => a + ((b - d) >> 1), 6 => b + ((a - d) >> 1), _ => (a + b) / 2 };
        }
    }

    private static void Word(MemoryStream output, int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        output.Write(bytes);
    }
}
