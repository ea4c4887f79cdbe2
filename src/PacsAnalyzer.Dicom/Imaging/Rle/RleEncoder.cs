using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>RLE lossless (PS3.5 annex G); each row is coded by itself, as section G.3.1 asks.</summary>
internal sealed class RleEncoder : IFrameEncoder
{
    private const int LongestRun = 128;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public byte[] Encode(ReadOnlySpan<byte> pixels, FrameFormat format)
    {
        int bytes = format.BytesPerSample;
        int segments = format.SamplesPerPixel * bytes;
        using var output = new MemoryStream();
        output.SetLength(RleDecoder.HeaderLength);
        output.Position = RleDecoder.HeaderLength;
        Span<byte> header = stackalloc byte[RleDecoder.HeaderLength];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)segments);
        var row = new byte[format.Columns];
        for (int segment = 0; segment < segments; segment++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header[(4 + (4 * segment))..], checked((uint)output.Position));
            int first = ((segment / bytes) * bytes) + bytes - 1 - (segment % bytes);
            for (int y = 0; y < format.Rows; y++)
            {
                int at = (y * format.Columns * segments) + first;
                for (int x = 0; x < row.Length; x++, at += segments)
                {
                    row[x] = pixels[at];
                }

                EncodeRow(row, output);
            }

            if (output.Position % 2 != 0)
            {
                output.WriteByte(0);
            }
        }

        output.Position = 0;
        output.Write(header);
        return output.ToArray();
    }

    private static void EncodeRow(ReadOnlySpan<byte> row, MemoryStream output)
    {
        int at = 0;
        while (at < row.Length)
        {
            int run = RunAt(row, at);
            if (run >= 2)
            {
                output.WriteByte((byte)(1 - run));
                output.WriteByte(row[at]);
                at += run;
                continue;
            }

            int start = at++;
            // A run of two inside literals costs as much as it saves; three or more end the literals.
            while (at < row.Length && at - start < LongestRun && RunAt(row, at) < 3)
            {
                at++;
            }

            output.WriteByte((byte)(at - start - 1));
            output.Write(row[start..at]);
        }
    }

    private static int RunAt(ReadOnlySpan<byte> row, int at)
    {
        int end = at + 1;
        while (end < row.Length && end - at < LongestRun && row[end] == row[at])
        {
            end++;
        }

        return end - at;
    }
}
