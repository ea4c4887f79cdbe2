namespace PacsAnalyzer.SrWriter.Texts;

/// <summary>Languages of reports and overlays.</summary>
public enum ReportLanguage
{
    /// <summary>English, RFC 5646 <c>en</c>.</summary>
    English,

    /// <summary>Chinese in simplified characters, RFC 5646 <c>zh</c>.</summary>
    Chinese,
}
