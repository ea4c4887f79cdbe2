using System.Buffers.Binary;
using PacsAnalyzer.Dicom.Imaging;

namespace PacsAnalyzer.Dicom.Tests.Imaging;

/// <summary>Small images as data sets.</summary>
internal static class TestImage
{
    public static FrameFormat Format(
        int columns, int rows, int allocated, int? stored = null, int samples = 1, bool signed = false, string? photometric = null, int planar = 0) => new()
        {
            Columns = columns,
            Rows = rows,
            SamplesPerPixel = samples,
            BitsAllocated = allocated,
            BitsStored = stored ?? allocated,
            HighBit = (stored ?? allocated) - 1,
            IsSigned = signed,
            PlanarConfiguration = planar,
            PhotometricInterpretation = photometric ?? (samples == 1 ? "MONOCHROME2" : "RGB"),
        };

    public static DicomDataset Dataset(FrameFormat format, int frames = 1)
    {
        DicomDataset dataset = new DicomDataset()
            .Add(DicomTag.SamplesPerPixel, (ushort)format.SamplesPerPixel)
            .Add(DicomTag.PhotometricInterpretation, format.PhotometricInterpretation)
            .Add(DicomTag.Rows, (ushort)format.Rows)
            .Add(DicomTag.Columns, (ushort)format.Columns)
            .Add(DicomTag.BitsAllocated, (ushort)format.BitsAllocated)
            .Add(DicomTag.BitsStored, (ushort)format.BitsStored)
            .Add(DicomTag.HighBit, (ushort)format.HighBit)
            .Add(DicomTag.PixelRepresentation, (ushort)(format.IsSigned ? 1 : 0));
        if (format.SamplesPerPixel > 1)
        {
            dataset.Add(DicomTag.PlanarConfiguration, (ushort)format.PlanarConfiguration);
        }

        return frames == 1 ? dataset : dataset.Add(DicomTag.NumberOfFrames, frames.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static DicomDataset Native(FrameFormat format, byte[] pixels, int frames = 1) =>
        Dataset(format, frames).Add(new DicomElement(DicomTag.PixelData, format.BitsAllocated > 8 ? DicomVR.OW : DicomVR.OB, pixels));

    public static DicomDataset Encapsulated(FrameFormat format, int frames, uint[] offsets, params byte[][] fragments) =>
        Dataset(format, frames).Add(new DicomFragmentSequence(DicomTag.PixelData, DicomVR.OB, offsets, [.. fragments.Select(f => (IByteBuffer)new MemoryByteBuffer(f))]));

    public static DicomPixelData Open(DicomDataset dataset, DicomTransferSyntax? syntax = null, ImagingLimits? limits = null) =>
        DicomPixelData.Create(dataset, syntax ?? DicomTransferSyntax.ExplicitVRLittleEndian, limits);

    public static byte[] Words(params int[] values)
    {
        var bytes = new byte[2 * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), (ushort)values[i]);
        }

        return bytes;
    }

    /// <summary>A smooth picture with noise, as a radiograph has; bits above the stored ones are the sign's or zero.</summary>
    public static byte[] Pixels(FrameFormat format, int frames, int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[format.FrameBytes * frames];
        long top = 1L << format.BitsStored;
        int amplitude = random.Next(4);
        for (int i = 0; i < bytes.Length / format.BytesPerSample; i++)
        {
            long value = amplitude switch
            {
                0 => top / 3,
                1 => (i * 7L) + random.Next(3),
                2 => i / 5 % 2 == 0 ? 0 : top - 1,
                _ => random.NextInt64(top),
            } & (top - 1);
            if (format.IsSigned && value >= top / 2)
            {
                value -= top;
            }

            Samples.Write(bytes, i, format.BytesPerSample, (int)value);
        }

        return bytes;
    }

    /// <summary>Samples without the bits above the stored ones, which a codec need not keep.</summary>
    public static uint[] Stored(ReadOnlySpan<byte> pixels, FrameFormat format)
    {
        uint mask = format.BitsStored == 32 ? uint.MaxValue : (1u << format.BitsStored) - 1;
        var values = new uint[pixels.Length / format.BytesPerSample];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Samples.Read(pixels, i, format.BytesPerSample) & mask;
        }

        return values;
    }
}
