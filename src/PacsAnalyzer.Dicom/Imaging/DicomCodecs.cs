namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>The decoders and encoders by transfer syntax.</summary>
public static class DicomCodecs
{
    private static readonly JpegLsCodec JpegLs = new();
    private static readonly Jpeg2000Decoder HighThroughput = new(highThroughput: true);
    private static readonly Jpeg2000Decoder Jpeg2000 = new(highThroughput: false);
    private static readonly JpegDecoder Jpeg = new();
    private static readonly LosslessJpegDecoder LosslessJpeg = new();

    private static readonly Dictionary<DicomTransferSyntax, IFrameDecoder> Decoders = new()
    {
        [DicomTransferSyntax.RLELossless] = new RleDecoder(),
        [DicomTransferSyntax.JPEGProcess1] = Jpeg,
        [DicomTransferSyntax.JPEGProcess2_4] = Jpeg,
        [DicomTransferSyntax.JPEGProcess6_8] = Jpeg,
        [DicomTransferSyntax.JPEGProcess10_12] = Jpeg,
        [DicomTransferSyntax.JPEGProcess14] = LosslessJpeg,
        [DicomTransferSyntax.JPEGProcess14SV1] = LosslessJpeg,
        [DicomTransferSyntax.JPEGLSLossless] = JpegLs,
        [DicomTransferSyntax.JPEGLSNearLossless] = JpegLs,
        [DicomTransferSyntax.JPEG2000Lossless] = Jpeg2000,
        [DicomTransferSyntax.JPEG2000Lossy] = Jpeg2000,
        [DicomTransferSyntax.HTJ2KLossless] = HighThroughput,
        [DicomTransferSyntax.HTJ2KLosslessRPCL] = HighThroughput,
        [DicomTransferSyntax.HTJ2K] = HighThroughput,
        [DicomTransferSyntax.EncapsulatedUncompressed] = new UncompressedDecoder(),
    };

    private static readonly Dictionary<DicomTransferSyntax, IFrameEncoder> Encoders = new()
    {
        [DicomTransferSyntax.RLELossless] = new RleEncoder(),
        [DicomTransferSyntax.JPEGProcess14] = new LosslessJpegEncoder(),
        [DicomTransferSyntax.JPEGProcess14SV1] = new LosslessJpegEncoder(),
        [DicomTransferSyntax.JPEGLSLossless] = JpegLs,
    };

    /// <summary>
    /// Whether pixel data in a syntax can be read here, for negotiation. False where the native library is missing; uncompressed
    /// syntaxes are always supported.
    /// </summary>
    /// <param name="syntax">The transfer syntax.</param>
    public static bool IsSupported(DicomTransferSyntax syntax) => Reason(syntax) is null;

    /// <summary>Why pixel data in a syntax cannot be read here, in one line; null where they can.</summary>
    /// <param name="syntax">The transfer syntax.</param>
    public static string? Reason(DicomTransferSyntax syntax)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        if (syntax == DicomTransferSyntax.JPIPReferenced || syntax == DicomTransferSyntax.JPIPReferencedDeflate)
        {
            return "the pixels are at a JPIP server, not in the data set";
        }

        return !syntax.IsEncapsulated ? null
            : Decoders.TryGetValue(syntax, out IFrameDecoder? decoder) ? decoder.Unavailable
            : "pixel data of this transfer syntax are not decoded";
    }

    /// <summary>The decoder of an encapsulated syntax.</summary>
    /// <param name="syntax">The transfer syntax.</param>
    /// <exception cref="DicomCodecException">There is none, or its library is missing.</exception>
    public static IFrameDecoder Decoder(DicomTransferSyntax syntax) =>
        Reason(syntax) is { } reason ? throw new DicomCodecException(syntax, reason) : Decoders[syntax];

    /// <summary>Encodes pixel data without loss; the data set they came from is not changed.</summary>
    /// <param name="source">The pixels.</param>
    /// <param name="syntax">RLE, JPEG lossless or JPEG-LS lossless.</param>
    /// <returns>The pixel data element, a fragment a frame, with a basic offset table.</returns>
    /// <exception cref="DicomCodecException">The syntax has no encoder here, or cannot hold the pixels.</exception>
    public static DicomFragmentSequence Encode(DicomPixelData source, DicomTransferSyntax syntax)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(syntax);
        if (!Encoders.TryGetValue(syntax, out IFrameEncoder? encoder) || encoder.Unavailable is not null)
        {
            throw new DicomCodecException(syntax, encoder?.Unavailable ?? "pixel data are not encoded in this transfer syntax");
        }

        var offsets = new List<uint>();
        var fragments = new List<IByteBuffer>();
        uint at = 0;
        for (int i = 0; i < source.NumberOfFrames; i++)
        {
            DecodedFrame frame = source.Decode(i);
            if (source.Format.BitsAllocated == 1 || frame.PhotometricInterpretation != source.PhotometricInterpretation)
            {
                throw new DicomCodecException(syntax, $"{source.PhotometricInterpretation} with {source.BitsAllocated} bits is not encoded as it is; convert it first");
            }

            byte[] bytes;
            try
            {
                bytes = encoder.Encode(frame.Pixels, source.Format);
            }
            catch (DicomCodecException e) when (e.TransferSyntax is null)
            {
                throw new DicomCodecException(syntax, e.Message, e);
            }

            byte[] even = bytes.Length % 2 == 0 ? bytes : [.. bytes, 0];
            offsets.Add(at);
            fragments.Add(new MemoryByteBuffer(even));
            at = checked(at + 8 + (uint)even.Length);
        }

        return new DicomFragmentSequence(DicomTag.PixelData, DicomVR.OB, offsets, fragments);
    }
}
