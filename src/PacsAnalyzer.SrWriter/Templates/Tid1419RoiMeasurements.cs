using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1419, ROI Measurements: method and site hold for all the numbers.</summary>
internal static class Tid1419RoiMeasurements
{
    internal static IEnumerable<ContentItem> Build(GroupHeader header, ReportLanguage language, IEnumerable<ContentItem> content) =>
    [
        new CodeItem(Relationship.HasConceptMod, Codes.MeasurementMethod, header.Method),
        .. header.Sites.Select(site => site.Build(language)),
        .. content,
    ];
}
