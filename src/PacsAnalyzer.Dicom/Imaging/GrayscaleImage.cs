namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A monochrome frame in the modality's values (HU for CT), before any VOI or presentation transform.</summary>
public sealed class GrayscaleImage
{
    private GrayscaleImage(float[] values, int width, int height, bool isMonochrome1)
    {
        Values = values;
        Width = width;
        Height = height;
        IsMonochrome1 = isMonochrome1;
    }

    /// <summary>Row by row, <see cref="Width"/> * <see cref="Height"/> values.</summary>
    public float[] Values { get; }

    /// <summary>Pixels of a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Whether low values are white; the values are not inverted here.</summary>
    public bool IsMonochrome1 { get; }

    /// <summary>
    /// Decodes a frame: bits outside the stored ones (old overlays) are masked off, signed values extended, then the Modality LUT or
    /// rescale slope and intercept applied (PS3.3 section C.11.1).
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="frame">Which frame, from 0.</param>
    /// <param name="limits">What may be asked for; the defaults where null.</param>
    /// <exception cref="DicomCodecException">No pixels, no monochrome image, or one that cannot be decoded.</exception>
    public static GrayscaleImage Load(DicomFile file, int frame = 0, ImagingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Load(file.Dataset, DicomPixelData.Create(file, limits), frame);
    }

    /// <summary>Decodes a frame of pixels that are open already.</summary>
    /// <param name="dataset">The data set with the modality transform.</param>
    /// <param name="pixels">Its pixels.</param>
    /// <param name="frame">Which frame, from 0.</param>
    /// <inheritdoc cref="Load(DicomFile, int, ImagingLimits?)"/>
    public static GrayscaleImage Load(DicomDataset dataset, DicomPixelData pixels, int frame)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.SamplesPerPixel != 1 || pixels.PhotometricInterpretation is not ("MONOCHROME1" or "MONOCHROME2"))
        {
            throw new DicomCodecException(pixels.TransferSyntax, $"the image is {pixels.PhotometricInterpretation} with {pixels.SamplesPerPixel} samples, not monochrome");
        }

        byte[] bytes = pixels.GetFrame(frame);
        ModalityTransform transform;
        try
        {
            transform = ModalityTransform.Read(dataset, frame, pixels.Format.IsSigned);
        }
        catch (DicomCodecException e)
        {
            throw new DicomCodecException(pixels.TransferSyntax, e.Message, e);
        }
        catch (DicomDataException e)
        {
            throw new DicomCodecException(pixels.TransferSyntax, e.Message, e);
        }

        return new GrayscaleImage(Convert(bytes, pixels.Format, transform), pixels.Columns, pixels.Rows, pixels.PhotometricInterpretation == "MONOCHROME1");
    }

    private static float[] Convert(byte[] bytes, FrameFormat format, ModalityTransform transform)
    {
        var values = new float[format.PixelCount];
        int width = format.BytesPerSample;
        // The stored bits go to the top and come down again: with their sign where they are signed, without it where not.
        int up = 31 - format.HighBit;
        int down = 32 - format.BitsStored;
        for (int i = 0; i < values.Length; i++)
        {
            uint top = Samples.Read(bytes, i, width) << up;
            // An unsigned value of 32 bits over 2^31 does not occur in images that are analysed here; it saturates.
            int stored = format.IsSigned ? (int)top >> down : (int)Math.Min(top >> down, int.MaxValue);
            values[i] = transform.Apply(stored);
        }

        return values;
    }
}
