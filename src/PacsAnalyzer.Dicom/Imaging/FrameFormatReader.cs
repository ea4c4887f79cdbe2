namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Reads and checks the image pixel module.</summary>
internal static class FrameFormatReader
{
    /// <summary>Reads the description of a frame.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="limits">What it may ask for.</param>
    /// <exception cref="DicomCodecException">An attribute is missing or impossible, or the frame is over a limit.</exception>
    public static FrameFormat Read(DicomDataset dataset, ImagingLimits limits)
    {
        int allocated = Number(dataset, DicomTag.BitsAllocated, null);
        int stored = Number(dataset, DicomTag.BitsStored, allocated);
        var format = new FrameFormat
        {
            Columns = Number(dataset, DicomTag.Columns, null),
            Rows = Number(dataset, DicomTag.Rows, null),
            SamplesPerPixel = Number(dataset, DicomTag.SamplesPerPixel, 1),
            BitsAllocated = allocated,
            BitsStored = stored,
            HighBit = Number(dataset, DicomTag.HighBit, stored - 1),
            IsSigned = Number(dataset, DicomTag.PixelRepresentation, 0) == 1,
            PlanarConfiguration = Number(dataset, DicomTag.PlanarConfiguration, 0),
            PhotometricInterpretation = dataset.GetString(DicomTag.PhotometricInterpretation)?.Trim() ?? string.Empty,
        };
        Check(format);
        return format.FrameBytes <= Math.Min(limits.MaxFrameBytes, Array.MaxLength)
            ? format
            : throw new DicomCodecException($"a frame of {format.Columns} x {format.Rows} pixels takes {format.FrameBytes} bytes; the limit is {limits.MaxFrameBytes}");
    }

    /// <summary>Number of frames.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="limits">What it may ask for.</param>
    public static int Frames(DicomDataset dataset, ImagingLimits limits)
    {
        int frames = Number(dataset, DicomTag.NumberOfFrames, 1);
        return frames >= 1 && frames <= limits.MaxFrames
            ? frames
            : throw new DicomCodecException($"NumberOfFrames is {frames}; 1 to {limits.MaxFrames} are read");
    }

    private static void Check(FrameFormat format)
    {
        if (format.Columns is < 1 or > 65535 || format.Rows is < 1 or > 65535)
        {
            throw new DicomCodecException($"the image has {format.Columns} columns and {format.Rows} rows; 1 to 65535 are allowed");
        }

        if (format.SamplesPerPixel is not (1 or 3))
        {
            throw new DicomCodecException($"SamplesPerPixel is {format.SamplesPerPixel}; 1 and 3 are read");
        }

        if (format.BitsAllocated is not (1 or 8 or 16 or 32))
        {
            throw new DicomCodecException($"BitsAllocated is {format.BitsAllocated}; 1, 8, 16 and 32 are read");
        }

        if (format.BitsStored < 1 || format.BitsStored > format.BitsAllocated || format.HighBit < format.BitsStored - 1 || format.HighBit >= format.BitsAllocated)
        {
            throw new DicomCodecException($"BitsStored {format.BitsStored} and HighBit {format.HighBit} do not fit into BitsAllocated {format.BitsAllocated}");
        }

        if (format.PlanarConfiguration is not (0 or 1))
        {
            throw new DicomCodecException($"PlanarConfiguration is {format.PlanarConfiguration}; 0 and 1 are allowed");
        }

        if (format.BitsAllocated == 1 && format.SamplesPerPixel != 1)
        {
            throw new DicomCodecException("single bits with several samples are not read");
        }

        bool halved = format.PhotometricInterpretation is "YBR_FULL_422" or "YBR_PARTIAL_422";
        if (halved && (format.SamplesPerPixel != 3 || format.BitsAllocated != 8))
        {
            throw new DicomCodecException($"{format.PhotometricInterpretation} needs 3 samples of 8 bits");
        }
    }

    private static int Number(DicomDataset dataset, DicomTag tag, int? absent)
    {
        try
        {
            if (dataset.TryGetSingleValue(tag, out int value))
            {
                return value;
            }
        }
        catch (DicomDataException e)
        {
            throw new DicomCodecException($"{tag.Keyword} {tag} is no number: {e.Message}", e);
        }

        bool empty = dataset.GetDicomItem<DicomElement>(tag) is not { Length: > 0 };
        return empty && absent is not null ? absent.Value
            : throw new DicomCodecException(empty ? $"{tag.Keyword} {tag} is missing" : $"{tag.Keyword} {tag} is no number: \"{dataset.GetString(tag)}\"");
    }
}
