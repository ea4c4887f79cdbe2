using System.Collections.Frozen;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Scp.Associations;

/// <summary>SOP classes and transfer syntaxes that the node takes.</summary>
internal static class AcceptedSyntaxes
{
    /// <summary>Policy by SOP class: verification, and storage of X-ray and CT images, of secondary captures and of reports (our own
    /// come back from some archives and are recognised).</summary>
    /// <param name="canDecode">Whether a compressed syntax can be decoded here; one that cannot is not offered.</param>
    public static IReadOnlyDictionary<string, AbstractSyntaxPolicy> Create(Func<DicomTransferSyntax, bool> canDecode)
    {
        string[] images =
        [
            DicomTransferSyntax.ExplicitVRLittleEndian.Uid.Uid,
            DicomTransferSyntax.ImplicitVRLittleEndian.Uid.Uid,
            .. new[]
            {
                DicomTransferSyntax.JPEG2000Lossless, DicomTransferSyntax.JPEGLSLossless, DicomTransferSyntax.JPEGProcess14SV1,
                DicomTransferSyntax.JPEGProcess14, DicomTransferSyntax.RLELossless, DicomTransferSyntax.JPEG2000Lossy,
                DicomTransferSyntax.JPEGLSNearLossless, DicomTransferSyntax.JPEGProcess1, DicomTransferSyntax.JPEGProcess2_4,
            }.Where(canDecode).Select(s => s.Uid.Uid),
            DicomTransferSyntax.DeflatedExplicitVRLittleEndian.Uid.Uid,
            DicomTransferSyntax.ExplicitVRBigEndian.Uid.Uid,
        ];
        string[] documents =
        [
            DicomTransferSyntax.ExplicitVRLittleEndian.Uid.Uid, DicomTransferSyntax.ImplicitVRLittleEndian.Uid.Uid,
            DicomTransferSyntax.DeflatedExplicitVRLittleEndian.Uid.Uid, DicomTransferSyntax.ExplicitVRBigEndian.Uid.Uid,
        ];

        var policies = new Dictionary<string, AbstractSyntaxPolicy>(StringComparer.Ordinal)
        {
            [NetworkUids.Verification] = new([DicomTransferSyntax.ExplicitVRLittleEndian.Uid.Uid, DicomTransferSyntax.ImplicitVRLittleEndian.Uid.Uid]),
        };
        foreach (string uid in ImageClasses)
        {
            policies[uid] = new AbstractSyntaxPolicy(images);
        }

        foreach (string uid in DocumentClasses)
        {
            policies[uid] = new AbstractSyntaxPolicy(documents);
        }

        return policies.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>CR, DX (both), CT, enhanced CT, secondary captures.</summary>
    private static readonly string[] ImageClasses =
    [
        "1.2.840.10008.5.1.4.1.1.1", "1.2.840.10008.5.1.4.1.1.1.1", "1.2.840.10008.5.1.4.1.1.1.1.1",
        "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.2.1",
        "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.5.1.4.1.1.7.4",
    ];

    /// <summary>Enhanced, Comprehensive and Comprehensive 3D SR.</summary>
    private static readonly string[] DocumentClasses =
        ["1.2.840.10008.5.1.4.1.1.88.22", "1.2.840.10008.5.1.4.1.1.88.33", "1.2.840.10008.5.1.4.1.1.88.34"];
}
