using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>Finding site with its laterality (rows of TID 1501, 1419 and 300).</summary>
/// <param name="Site">The structure.</param>
/// <param name="Laterality">Left, right, both; null where there is none or it is uncertain.</param>
internal sealed record FindingSite(CodedConcept Site, CodedConcept? Laterality = null)
{
    internal ContentItem Build(ReportLanguage language) =>
        new CodeItem(Relationship.HasConceptMod, Codes.FindingSite, Site)
            .Add(Laterality is null ? null : new CodeItem(Relationship.HasConceptMod, Codes.Laterality, Laterality))
            .Add(Tid1210EquivalentMeaning.OfValue(Site, language));
}
