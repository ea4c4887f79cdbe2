using System.Diagnostics.CodeAnalysis;

namespace PacsAnalyzer.Dicom;

/// <summary>A transfer syntax: how a data set is encoded (PS3.5 chapter 10, PS3.6 table A-1).</summary>
[SuppressMessage("Naming", "CA1707", Justification = "fo-dicom's names, which readers know.")]
public sealed class DicomTransferSyntax
{
    /// <summary>Implicit VR little endian, the default.</summary>
    public static readonly DicomTransferSyntax ImplicitVRLittleEndian = new(DicomUID.ImplicitVRLittleEndian, Traits.Implicit);

    /// <summary>Explicit VR little endian.</summary>
    public static readonly DicomTransferSyntax ExplicitVRLittleEndian = new(DicomUID.ExplicitVRLittleEndian, Traits.None);

    /// <summary>Explicit VR big endian, retired.</summary>
    public static readonly DicomTransferSyntax ExplicitVRBigEndian = new(DicomUID.ExplicitVRBigEndian, Traits.BigEndian);

    /// <summary>Deflated explicit VR little endian.</summary>
    public static readonly DicomTransferSyntax DeflatedExplicitVRLittleEndian = new(DicomUID.DeflatedExplicitVRLittleEndian, Traits.Deflated);

    /// <summary>Encapsulated uncompressed explicit VR little endian.</summary>
    public static readonly DicomTransferSyntax EncapsulatedUncompressed = new(DicomUID.EncapsulatedUncompressedExplicitVRLittleEndian, Traits.Encapsulated);

    /// <summary>JPEG baseline, process 1.</summary>
    public static readonly DicomTransferSyntax JPEGProcess1 = new(DicomUID.JPEGBaseline8Bit, Traits.Lossy);

    /// <summary>JPEG extended, processes 2 and 4.</summary>
    public static readonly DicomTransferSyntax JPEGProcess2_4 = new(DicomUID.JPEGExtended12Bit, Traits.Lossy);

    /// <summary>JPEG spectral selection, processes 6 and 8, retired.</summary>
    public static readonly DicomTransferSyntax JPEGProcess6_8 = new(DicomUID.JPEGSpectralSelectionNonHierarchical68, Traits.Lossy);

    /// <summary>JPEG full progression, processes 10 and 12, retired.</summary>
    public static readonly DicomTransferSyntax JPEGProcess10_12 = new(DicomUID.JPEGFullProgressionNonHierarchical1012, Traits.Lossy);

    /// <summary>JPEG lossless, process 14.</summary>
    public static readonly DicomTransferSyntax JPEGProcess14 = new(DicomUID.JPEGLossless, Traits.Encapsulated);

    /// <summary>JPEG lossless, process 14, selection value 1.</summary>
    public static readonly DicomTransferSyntax JPEGProcess14SV1 = new(DicomUID.JPEGLosslessSV1, Traits.Encapsulated);

    /// <summary>JPEG-LS lossless.</summary>
    public static readonly DicomTransferSyntax JPEGLSLossless = new(DicomUID.JPEGLSLossless, Traits.Encapsulated);

    /// <summary>JPEG-LS near-lossless.</summary>
    public static readonly DicomTransferSyntax JPEGLSNearLossless = new(DicomUID.JPEGLSNearLossless, Traits.Lossy);

    /// <summary>JPEG 2000, lossless only.</summary>
    public static readonly DicomTransferSyntax JPEG2000Lossless = new(DicomUID.JPEG2000Lossless, Traits.Encapsulated);

    /// <summary>JPEG 2000, lossless or lossy.</summary>
    public static readonly DicomTransferSyntax JPEG2000Lossy = new(DicomUID.JPEG2000, Traits.Lossy);

    /// <summary>JPEG 2000 part 2, lossless only.</summary>
    public static readonly DicomTransferSyntax JPEG2000Part2MultiComponentLosslessOnly = new(DicomUID.JPEG2000MCLossless, Traits.Encapsulated);

    /// <summary>JPEG 2000 part 2.</summary>
    public static readonly DicomTransferSyntax JPEG2000Part2MultiComponent = new(DicomUID.JPEG2000MC, Traits.Lossy);

    /// <summary>JPIP referenced: no pixels in the data set.</summary>
    public static readonly DicomTransferSyntax JPIPReferenced = new(DicomUID.JPIPReferenced, Traits.None);

    /// <summary>JPIP referenced, deflated.</summary>
    public static readonly DicomTransferSyntax JPIPReferencedDeflate = new(DicomUID.JPIPReferencedDeflate, Traits.Deflated);

    /// <summary>RLE lossless.</summary>
    public static readonly DicomTransferSyntax RLELossless = new(DicomUID.RLELossless, Traits.Encapsulated);

    /// <summary>High-throughput JPEG 2000, lossless only.</summary>
    public static readonly DicomTransferSyntax HTJ2KLossless = new(DicomUID.HTJ2KLossless, Traits.Encapsulated);

    /// <summary>High-throughput JPEG 2000 with RPCL options, lossless only.</summary>
    public static readonly DicomTransferSyntax HTJ2KLosslessRPCL = new(DicomUID.HTJ2KLosslessRPCL, Traits.Encapsulated);

    /// <summary>High-throughput JPEG 2000.</summary>
    public static readonly DicomTransferSyntax HTJ2K = new(DicomUID.HTJ2K, Traits.Lossy);

    private static readonly Dictionary<string, DicomTransferSyntax> ByUid = Index();

    private readonly Traits _traits;

    private DicomTransferSyntax(DicomUID uid, Traits traits)
    {
        Uid = uid;
        _traits = traits;
    }

    [Flags]
    private enum Traits
    {
        None = 0,
        Implicit = 1,
        BigEndian = 2,
        Deflated = 4,
        Encapsulated = 8,
        LossyOnly = 16,
        Lossy = Encapsulated | LossyOnly,
    }

    /// <summary>All that are known, video and JPEG XL included.</summary>
    public static IReadOnlyCollection<DicomTransferSyntax> All => ByUid.Values;

    /// <summary>The UID; its Name is the standard's.</summary>
    public DicomUID Uid { get; }

    /// <summary>Whether each element states its VR.</summary>
    public bool IsExplicitVR => (_traits & Traits.Implicit) == 0;

    /// <summary>Whether numbers are big endian.</summary>
    public bool IsBigEndian => (_traits & Traits.BigEndian) != 0;

    /// <summary>Whether the data set is deflated (RFC 1951) as a whole.</summary>
    public bool IsDeflated => (_traits & Traits.Deflated) != 0;

    /// <summary>Whether pixel data come in fragments (PS3.5 section A.4).</summary>
    public bool IsEncapsulated => (_traits & Traits.Encapsulated) != 0;

    /// <summary>Whether pixels may have lost information.</summary>
    public bool IsLossy => (_traits & Traits.LossyOnly) != 0;

    /// <summary>The transfer syntax of a UID, or null where it is not one that is known.</summary>
    public static DicomTransferSyntax? Lookup(string? uid) =>
        uid is not null && ByUid.TryGetValue(uid.TrimEnd('\0', ' '), out DicomTransferSyntax? syntax) ? syntax : null;

    /// <summary>The transfer syntax of a UID, or null where it is not one that is known.</summary>
    public static DicomTransferSyntax? Lookup(DicomUID uid)
    {
        ArgumentNullException.ThrowIfNull(uid);
        return Lookup(uid.Uid);
    }

    /// <summary>The standard's name.</summary>
    public override string ToString() => Uid.Name;

    private static Dictionary<string, DicomTransferSyntax> Index()
    {
        DicomTransferSyntax[] named =
        [
            ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian,
            EncapsulatedUncompressed, JPEGProcess1, JPEGProcess2_4, JPEGProcess6_8, JPEGProcess10_12, JPEGProcess14,
            JPEGProcess14SV1, JPEGLSLossless, JPEGLSNearLossless, JPEG2000Lossless, JPEG2000Lossy,
            JPEG2000Part2MultiComponentLosslessOnly, JPEG2000Part2MultiComponent, JPIPReferenced, JPIPReferencedDeflate,
            RLELossless, HTJ2KLossless, HTJ2KLosslessRPCL, HTJ2K,
            new(DicomUID.JPEGXLLossless, Traits.Encapsulated), new(DicomUID.JPEGXLJPEGRecompression, Traits.Lossy),
            new(DicomUID.JPEGXL, Traits.Lossy), new(DicomUID.MPEG2MPML, Traits.Lossy), new(DicomUID.MPEG2MPHL, Traits.Lossy),
            new(DicomUID.MPEG4HP41, Traits.Lossy), new(DicomUID.MPEG4HP41BD, Traits.Lossy),
            new(DicomUID.MPEG4HP422D, Traits.Lossy), new(DicomUID.MPEG4HP423D, Traits.Lossy),
            new(DicomUID.MPEG4HP42STEREO, Traits.Lossy), new(DicomUID.HEVCMP51, Traits.Lossy),
            new(DicomUID.HEVCM10P51, Traits.Lossy),
        ];
        return named.ToDictionary(syntax => syntax.Uid.Uid, StringComparer.Ordinal);
    }
}
