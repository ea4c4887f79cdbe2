namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>The pixels of an image (PS3.3 section C.7.6.3), decoded a frame at a time.</summary>
public sealed class DicomPixelData
{
    private readonly DicomDataset _dataset;
    private readonly DicomItem _item;
    private readonly ImagingLimits _limits;
    private readonly FragmentFrames? _fragments;

    private DicomPixelData(DicomDataset dataset, DicomItem item, DicomTransferSyntax syntax, FrameFormat format, int frames, ImagingLimits limits)
    {
        _dataset = dataset;
        _item = item;
        _limits = limits;
        TransferSyntax = syntax;
        Format = format;
        NumberOfFrames = frames;
        _fragments = item is DicomFragmentSequence fragments ? new FragmentFrames(fragments, dataset, frames) : null;
    }

    /// <summary>The transfer syntax the pixels are in.</summary>
    public DicomTransferSyntax TransferSyntax { get; }

    /// <summary>All that a decoder needs of the image pixel module.</summary>
    public FrameFormat Format { get; }

    /// <summary>Frames, at least 1 (0028,0008).</summary>
    public int NumberOfFrames { get; }

    /// <summary>Rows (0028,0010).</summary>
    public int Rows => Format.Rows;

    /// <summary>Columns (0028,0011).</summary>
    public int Columns => Format.Columns;

    /// <summary>1, 8, 16 or 32 (0028,0100).</summary>
    public int BitsAllocated => Format.BitsAllocated;

    /// <summary>Bits that hold the value (0028,0101).</summary>
    public int BitsStored => Format.BitsStored;

    /// <summary>Place of the value's highest bit (0028,0102).</summary>
    public int HighBit => Format.HighBit;

    /// <summary>0 unsigned, 1 two's complement (0028,0103).</summary>
    public int PixelRepresentation => Format.IsSigned ? 1 : 0;

    /// <summary>1 or 3 (0028,0002).</summary>
    public int SamplesPerPixel => Format.SamplesPerPixel;

    /// <summary>As the data set has it (0028,0004); a decoded frame says what its own samples mean.</summary>
    public string PhotometricInterpretation => Format.PhotometricInterpretation;

    /// <summary>As the data set has it (0028,0006); decoded frames are by pixel.</summary>
    public int PlanarConfiguration => Format.PlanarConfiguration;

    /// <summary>Opens the pixels of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limits">What may be asked for; the defaults where null.</param>
    /// <inheritdoc cref="Create(DicomDataset, DicomTransferSyntax, ImagingLimits?)"/>
    public static DicomPixelData Create(DicomFile file, ImagingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Create(file.Dataset, file.TransferSyntax, limits);
    }

    /// <summary>Opens the pixels of a data set; nothing is decoded yet.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="syntax">The transfer syntax that it was read in.</param>
    /// <param name="limits">What may be asked for; the defaults where null.</param>
    /// <exception cref="DicomCodecException">No pixel data, a missing or impossible attribute, or a size over a limit.</exception>
    public static DicomPixelData Create(DicomDataset dataset, DicomTransferSyntax syntax, ImagingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(syntax);
        limits ??= ImagingLimits.Default;
        try
        {
            if (!dataset.TryGetItem(DicomTag.PixelData, out DicomItem? item))
            {
                throw new DicomCodecException(dataset.Contains(DicomTag.FloatPixelData) || dataset.Contains(DicomTag.DoubleFloatPixelData)
                    ? "floating point pixel data are not read"
                    : "there is no pixel data (7FE0,0010)");
            }

            FrameFormat format = FrameFormatReader.Read(dataset, limits);
            int frames = FrameFormatReader.Frames(dataset, limits);
            if (item is not (DicomElement or DicomFragmentSequence) || (item is DicomElement && syntax.IsEncapsulated))
            {
                throw new DicomCodecException("pixel data are not encapsulated, as this transfer syntax asks");
            }

            if (item is DicomFragmentSequence && !syntax.IsEncapsulated)
            {
                throw new DicomCodecException("pixel data are encapsulated, which this transfer syntax does not allow");
            }

            return new DicomPixelData(dataset, item, syntax, format, frames, limits);
        }
        catch (DicomCodecException e) when (e.TransferSyntax is null)
        {
            throw new DicomCodecException(syntax, e.Message, e);
        }
        catch (DicomDataException e)
        {
            throw new DicomCodecException(syntax, e.Message, e);
        }
    }

    /// <summary>A decoded frame's samples: by pixel, row by row, little endian.</summary>
    /// <param name="frame">Which one, from 0.</param>
    /// <inheritdoc cref="Decode"/>
    public byte[] GetFrame(int frame) => Decode(frame).Pixels;

    /// <summary>Decodes a frame.</summary>
    /// <param name="frame">Which one, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    /// <exception cref="DicomCodecException">The pixels are damaged, or cannot be decoded here; names the transfer syntax.</exception>
    /// <exception cref="IOException">The file is gone.</exception>
    public DecodedFrame Decode(int frame)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(frame, NumberOfFrames);
        try
        {
            return _fragments is null
                ? NativeFrames.Read((DicomElement)_item, Format, frame, TransferSyntax.IsBigEndian && _item.VR == DicomVR.OW)
                : DicomCodecs.Decoder(TransferSyntax).Decode(_fragments.Read(frame, _limits, Format), Format);
        }
        catch (DicomCodecException e) when (e.TransferSyntax is null)
        {
            throw new DicomCodecException(TransferSyntax, NumberOfFrames == 1 ? e.Message : $"frame {frame + 1}: {e.Message}", e);
        }
    }

    /// <summary>A colour frame as RGB, 8 bits, by pixel: from RGB, YBR_FULL, YBR_FULL_422, YBR_PARTIAL_422, YBR_RCT, YBR_ICT or PALETTE COLOR.</summary>
    /// <param name="frame">Which one, from 0.</param>
    /// <exception cref="DicomCodecException">It is no colour image, or cannot be decoded.</exception>
    public byte[] GetRgbFrame(int frame)
    {
        DecodedFrame decoded = Decode(frame);
        byte[] pixels = decoded.Pixels;
        try
        {
            switch (decoded.PhotometricInterpretation)
            {
                case "RGB":
                    return ColorConversion.ToEightBits(pixels, Format);
                case "YBR_FULL" or "YBR_FULL_422" when SamplesPerPixel == 3:
                    pixels = ColorConversion.ToEightBits(pixels, Format);
                    ColorConversion.YbrFullToRgb(pixels, 1, 8);
                    return pixels;
                case "YBR_PARTIAL" when BitsAllocated == 8:
                    ColorConversion.YbrPartialToRgb(pixels);
                    return pixels;
                case "PALETTE COLOR" when SamplesPerPixel == 1:
                    return ColorConversion.PaletteToRgb(pixels, Format, _dataset);
                default:
                    throw new DicomCodecException($"{decoded.PhotometricInterpretation} with {SamplesPerPixel} samples is not turned into RGB");
            }
        }
        catch (DicomCodecException e) when (e.TransferSyntax is null)
        {
            throw new DicomCodecException(TransferSyntax, e.Message, e);
        }
    }
}
