using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1204, Language of Content Item and Descendants.</summary>
internal static class Tid1204Language
{
    internal static ContentItem Build(ReportLanguage language) =>
        new CodeItem(Relationship.HasConceptMod, Codes.Language, language == ReportLanguage.Chinese ? Codes.Chinese : Codes.English);
}
