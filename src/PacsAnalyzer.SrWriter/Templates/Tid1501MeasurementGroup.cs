using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1501, Measurement and Qualitative Evaluation Group.</summary>
internal static class Tid1501MeasurementGroup
{
    /// <summary>Builds a group.</summary>
    /// <param name="header">What it is about.</param>
    /// <param name="language">Language of the report.</param>
    /// <param name="content">Numbers (TID 300), then evaluations.</param>
    /// <exception cref="ArgumentException">It has no content.</exception>
    internal static ContentItem Build(GroupHeader header, ReportLanguage language, IReadOnlyCollection<ContentItem> content)
    {
        if (content.Count == 0)
        {
            throw new ArgumentException("A measurement group holds at least one number or evaluation (TID 1501).", nameof(content));
        }

        return new ContainerItem(Relationship.Contains, Codes.MeasurementGroup, "1501")
            .Add(Tid4108TrackingIdentifier.Build(header.TrackingIdentifier, header.TrackingUid))
            .Add(new CodeItem(Relationship.Contains, Codes.Finding, header.Finding))
            .Add(new CodeItem(Relationship.HasConceptMod, Codes.MeasurementMethod, header.Method))
            .Add(header.Sites.Select(site => site.Build(language)))
            .Add(content);
    }
}
