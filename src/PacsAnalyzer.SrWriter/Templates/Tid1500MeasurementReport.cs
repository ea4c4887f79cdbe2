using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1500, Measurement Report.</summary>
internal static class Tid1500MeasurementReport
{
    /// <summary>Builds the root.</summary>
    /// <param name="language">Language of the report.</param>
    /// <param name="device">The observer.</param>
    /// <param name="procedure">Procedure reported.</param>
    /// <param name="imageLibrary">TID 1600.</param>
    /// <param name="groups">TID 1410 and 1501; none where nothing was measured.</param>
    /// <param name="evaluations">Codes and texts about the whole; at least one where there are no groups.</param>
    /// <exception cref="ArgumentException">It would say nothing.</exception>
    internal static ContainerItem Build(
        ReportLanguage language,
        DeviceObserver device,
        CodedConcept procedure,
        ContentItem imageLibrary,
        IReadOnlyCollection<ContentItem> groups,
        IReadOnlyCollection<ContentItem> evaluations)
    {
        if (groups.Count == 0 && evaluations.Count == 0)
        {
            throw new ArgumentException("A measurement report holds measurements or qualitative evaluations (TID 1500).", nameof(groups));
        }

        var root = new ContainerItem(Relationship.None, Codes.ImagingMeasurementReport, "1500");
        root.Add(Tid1204Language.Build(language))
            .Add(Tid1001ObservationContext.Build(device))
            .Add(new CodeItem(Relationship.HasConceptMod, Codes.ProcedureReported, procedure))
            .Add(imageLibrary)
            .Add(groups.Count == 0 ? null : new ContainerItem(Relationship.Contains, Codes.ImagingMeasurements).Add(groups))
            .Add(evaluations.Count == 0 ? null : new ContainerItem(Relationship.Contains, Codes.QualitativeEvaluations).Add(evaluations));
        return root;
    }
}
