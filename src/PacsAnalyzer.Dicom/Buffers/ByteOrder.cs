using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom;

/// <summary>Turns the byte order of numbers round.</summary>
internal static class ByteOrder
{
    /// <summary>Turns each unit round, in place; a rest smaller than a unit stays.</summary>
    internal static void Swap(Span<byte> bytes, int unit)
    {
        bytes = bytes[..(bytes.Length / Math.Max(unit, 1) * unit)];
        switch (unit)
        {
            case 2:
                Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(words, words);
                break;
            case 4:
                Span<uint> longs = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
            case 8:
                Span<ulong> quads = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(quads, quads);
                break;
            default:
                break;
        }
    }
}
