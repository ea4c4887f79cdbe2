using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Reads and writes samples of 1, 2 or 4 bytes, little endian.</summary>
internal static class Samples
{
    /// <summary>Writes the low bytes of a value.</summary>
    /// <param name="pixels">The frame.</param>
    /// <param name="index">Which sample.</param>
    /// <param name="bytes">Bytes of a sample.</param>
    /// <param name="value">The value; two's complement where negative.</param>
    public static void Write(Span<byte> pixels, int index, int bytes, int value)
    {
        switch (bytes)
        {
            case 1:
                pixels[index] = (byte)value;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(pixels[(index * 2)..], (ushort)value);
                break;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(pixels[(index * 4)..], value);
                break;
        }
    }

    /// <summary>Reads a value, not sign-extended.</summary>
    /// <param name="pixels">The frame.</param>
    /// <param name="index">Which sample.</param>
    /// <param name="bytes">Bytes of a sample.</param>
    public static uint Read(ReadOnlySpan<byte> pixels, int index, int bytes) => bytes switch
    {
        1 => pixels[index],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(pixels[(index * 2)..]),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(pixels[(index * 4)..]),
    };

    /// <summary>Turns planes (all of sample 0, all of sample 1 ...) into samples by pixel.</summary>
    /// <param name="planes">The planes.</param>
    /// <param name="samplesPerPixel">How many planes.</param>
    /// <param name="bytes">Bytes of a sample.</param>
    public static byte[] Interleave(ReadOnlySpan<byte> planes, int samplesPerPixel, int bytes)
    {
        var result = new byte[planes.Length];
        int pixels = planes.Length / samplesPerPixel / bytes;
        for (int s = 0; s < samplesPerPixel; s++)
        {
            ReadOnlySpan<byte> plane = planes.Slice(s * pixels * bytes, pixels * bytes);
            for (int p = 0; p < pixels; p++)
            {
                plane.Slice(p * bytes, bytes).CopyTo(result.AsSpan(((p * samplesPerPixel) + s) * bytes));
            }
        }

        return result;
    }

    /// <summary>Widens samples of one byte to the width wanted.</summary>
    /// <param name="pixels">Samples of one byte.</param>
    /// <param name="bytes">Bytes of a sample wanted.</param>
    public static byte[] Widen(byte[] pixels, int bytes)
    {
        if (bytes == 1)
        {
            return pixels;
        }

        var result = new byte[checked(pixels.Length * bytes)];
        for (int i = 0; i < pixels.Length; i++)
        {
            result[i * bytes] = pixels[i];
        }

        return result;
    }
}
