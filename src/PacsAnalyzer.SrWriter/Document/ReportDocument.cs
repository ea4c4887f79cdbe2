using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Templates;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>The structured report: modules of PS3.3 sections A.35.2, A.35.3 and A.35.13 round the tree of TID 1500.</summary>
internal static class ReportDocument
{
    internal const int SeriesNumber = 9000;

    /// <summary>Writes a report.</summary>
    /// <param name="context">Result, source and options.</param>
    /// <param name="uids">UIDs of the objects.</param>
    internal static DicomDataset Build(ReportContext context, ResultUids uids)
    {
        AnalysisResult result = context.Result;
        var target = new DicomDataset();
        CommonModules.Apply(context, target);
        target.AddOrUpdate(DicomTag.SOPClassUID, uids.ReportClass);
        target.AddOrUpdate(DicomTag.SOPInstanceUID, uids.Report);
        target.AddOrUpdate(DicomTag.CodingSchemeIdentificationSequence, CodeSequences.SchemeDeclaration());

        // SR Document Series (C.17.1)
        target.AddOrUpdate(DicomTag.Modality, "SR");
        target.AddOrUpdate(DicomTag.SeriesInstanceUID, uids.ReportSeries);
        target.AddOrUpdate(DicomTag.SeriesNumber, SeriesNumber);
        target.AddOrUpdate(DicomTag.SeriesDescription, context.Text.SeriesDescriptionReport);
        target.AddOrUpdate(DicomTag.ReferencedPerformedProcedureStepSequence, Array.Empty<DicomDataset>());

        // SR Document General (C.17.2)
        (string flag, string? description) = Completion(context);
        target.AddOrUpdate(DicomTag.CompletionFlag, flag);
        if (description is not null)
        {
            target.AddOrUpdate(DicomTag.CompletionFlagDescription, description);
        }

        target.AddOrUpdate(DicomTag.VerificationFlag, "UNVERIFIED");
        target.AddOrUpdate(DicomTag.PreliminaryFlag, context.Options.Preliminary ? "PRELIMINARY" : "FINAL");
        target.AddOrUpdate(DicomTag.PerformedProcedureCodeSequence, Array.Empty<DicomDataset>());
        if (SourceCopy.ReferencedRequests(context.Source.First) is { } requests)
        {
            target.AddOrUpdate(DicomTag.ReferencedRequestSequence, requests);
        }

        if (context.Options.PredecessorSopInstanceUid is { Length: > 0 } predecessor)
        {
            var reference = new SopReference(context.Options.PredecessorSopClassUid ?? uids.ReportClass, predecessor);
            target.AddOrUpdate(DicomTag.PredecessorDocumentsSequence, References.Hierarchical(result.StudyInstanceUid, [(uids.ReportSeries, [reference])]));
        }

        target.AddOrUpdate(DicomTag.CurrentRequestedProcedureEvidenceSequence, Evidence(context, uids));
        new ContentEncoder(context.Language).Encode(Tree(context), target);
        CharacterSetChoice.Apply(context.Source.First, target);
        return target;
    }

    private static ContainerItem Tree(ReportContext context)
    {
        ReportOptions options = context.Options;
        string[] software = CommonModules.Software(context);
        var device = new DeviceObserver(options.DeviceUid, Product.Name, Product.Manufacturer, string.Join(", ", software),
            options.DeviceSerialNumber, options.DeviceLocation, options.StationAeTitle);
        return Tid1500MeasurementReport.Build(
            context.Language,
            device,
            context.IsHip ? Codes.HipAnalysis : Codes.SpineAnalysis,
            Tid1600ImageLibrary.Build(context.Images),
            context.Result.Status != AnalysisStatus.Measured ? [] : context.IsHip ? new HipGroups(context).Build() : new SpineGroups(context).Build(),
            Evaluations.Build(context));
    }

    /// <summary>Every instance that the tree refers to: the analysed images, and the overlay where outlines lie on it.</summary>
    private static DicomDataset Evidence(ReportContext context, ResultUids uids)
    {
        List<(string, IEnumerable<SopReference>)> series = [(context.Result.SeriesInstanceUid, context.Images.Select(References.To))];
        if (context.PlaneOnOverlay is { } shown && context.Result.Vertebrae.Any(v => v.PolygonPixels is null))
        {
            series.Add((uids.OverlaySeries, [shown.Overlay]));
        }

        return References.Hierarchical(context.Result.StudyInstanceUid, series);
    }

    /// <summary>PARTIAL where a value that was due is absent, or the analysis broke off; a refusal is a complete statement.</summary>
    private static (string Flag, string? Description) Completion(ReportContext context) => context.Result.Status switch
    {
        AnalysisStatus.Failed => ("PARTIAL", context.Text.FailedDescription),
        AnalysisStatus.Measured when context.Result.Measurements.Any(m => m.Value is null) => ("PARTIAL", context.Text.PartialDescription),
        _ => ("COMPLETE", null),
    };
}
