using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Images;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Decodes the slices of a series into a volume, a slice at a time.</summary>
internal static class VolumeLoader
{
    /// <summary>Loads the volume of an ordered stack without gaps.</summary>
    /// <exception cref="UnreadablePixelsException">A slice has no pixels, or they cannot be decoded.</exception>
    public static HuVolume Load(SeriesGeometry geometry, IReadOnlyDictionary<string, DicomFile> files, IImageReader images, CancellationToken cancellationToken)
    {
        InstanceHeader first = geometry.Slices[0];
        int columns = first.Columns, rows = first.Rows, slices = geometry.Slices.Count, thin = 1;
        while ((long)(columns / thin) * (rows / thin) * slices > VolumeLimits.Voxels && thin < 8)
        {
            thin *= 2;
        }

        int width = columns / thin, height = rows / thin;
        if ((long)width * height * slices > Math.Min(Array.MaxLength, 2 * VolumeLimits.Voxels))
        {
            throw new UnreadablePixelsException(Results.ReasonCodes.NotDecodable, $"The volume of {columns} x {rows} x {slices} voxels is too large.");
        }

        var data = new short[(long)width * height * slices];
        Parallel.For(0, slices, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, slice =>
        {
            DecodedImage image = images.Read(files[geometry.Slices[slice].SopInstanceUid], 0);
            if (image.Width != columns || image.Height != rows)
            {
                throw new UnreadablePixelsException(Results.ReasonCodes.NotDecodable, $"A slice decodes to {image.Width} x {image.Height} pixels where its header says {columns} x {rows}.");
            }

            Span<short> target = data.AsSpan((int)((long)slice * width * height), width * height);
            Thin(image.Values, columns, thin, width, height, target);
        });

        Vector3 column = geometry.RowDirection * first.PixelSpacing![1], row = geometry.ColumnDirection * first.PixelSpacing[0];

        // A thinned pixel stands for thin x thin pixels: its centre lies in their middle.
        Vector3 origin = geometry.Origin + ((column + row) * ((thin - 1) / 2.0));
        return new HuVolume(data, width, height, slices, origin, column * thin, row * thin, geometry.Step);
    }

    private static void Thin(float[] values, int columns, int thin, int width, int height, Span<short> target)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float sum = 0;
                for (int j = 0; j < thin; j++)
                {
                    for (int i = 0; i < thin; i++)
                    {
                        sum += values[(((y * thin) + j) * columns) + (x * thin) + i];
                    }
                }

                target[(y * width) + x] = (short)Math.Clamp(MathF.Round(sum / (thin * thin)), short.MinValue, short.MaxValue);
            }
        }
    }
}
