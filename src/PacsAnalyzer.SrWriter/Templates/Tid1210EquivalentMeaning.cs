using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1210, Equivalent Meaning(s): a standard code keeps its English meaning and gets the Chinese one beside it.</summary>
internal static class Tid1210EquivalentMeaning
{
    /// <summary>The equivalent of a coded value in the language of the report; null where its meaning is in that language already.</summary>
    internal static ContentItem? OfValue(CodedConcept value, ReportLanguage language) => Build(Codes.EquivalentMeaningOfValue, value, language);

    /// <summary>The same for a concept name.</summary>
    internal static ContentItem? OfName(CodedConcept name, ReportLanguage language) => Build(Codes.EquivalentMeaningOfName, name, language);

    private static TextItem? Build(CodedConcept kind, CodedConcept concept, ReportLanguage language) =>
        language == ReportLanguage.Chinese && concept.Chinese is { } chinese && concept.MeaningIn(language) != chinese
            ? new TextItem(Relationship.HasConceptMod, kind, chinese)
            : null;
}
