using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.Scp.Associations;

/// <summary>Compressed syntaxes that this program decodes with its own codecs.</summary>
internal static class DecodableSyntaxes
{
    /// <summary>Whether a syntax is one of them.</summary>
    public static bool Contains(DicomTransferSyntax syntax) =>
        syntax == DicomTransferSyntax.RLELossless || syntax == DicomTransferSyntax.JPEGProcess14 || syntax == DicomTransferSyntax.JPEGProcess14SV1;
}
