namespace PacsAnalyzer.Dicom;

/// <summary>How elements are laid out, apart from compression.</summary>
/// <param name="IsExplicit">Whether each element states its VR.</param>
/// <param name="IsBigEndian">Whether numbers are big endian.</param>
internal readonly record struct ElementEncoding(bool IsExplicit, bool IsBigEndian)
{
    internal static readonly ElementEncoding ImplicitLittle = new(false, false);
    internal static readonly ElementEncoding ExplicitLittle = new(true, false);

    internal static ElementEncoding Of(DicomTransferSyntax syntax) => new(syntax.IsExplicitVR, syntax.IsBigEndian);
}
