using PacsAnalyzer.Dicom;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Pipeline;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Indexing;
using PacsAnalyzer.Scp.Spool;
using PacsAnalyzer.SrWriter;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>A job's work: the pipeline, then report and overlay where the result is to be told.</summary>
internal sealed class SeriesAnalyst(NodeConfiguration configuration, NodeModels models, ReportFactory reports, SpoolFolder spool) : ISeriesAnalyst
{
    /// <inheritdoc/>
    public AnalysedSeries Analyse(JobLease lease, string? predecessor, CancellationToken cancellationToken)
    {
        string[] files = [.. lease.Instances.Select(i => spool.Absolute(i.FilePath))];
        AnalysisResult result = models.Pipelines.Analyse(lease.Job.Pipeline, new AnalysisRequest(files, AnalysisSetup.Options(configuration)), cancellationToken);
        InstanceHeader[] headers = [.. lease.Instances.Select(ArrivalMapper.Header)];
        if (!ReportPolicy.IsReported(result, configuration.Options.Reports.OnRefusal, AskedFor.InWords(headers, lease.Job.Pipeline)))
        {
            return new AnalysedSeries(result, []);
        }

        ReportObjects objects = reports.Make(result, files, lease.Job.Key, predecessor);
        return new AnalysedSeries(result, [Produced(objects.StructuredReport, "SR", predecessor), Produced(objects.Overlay, "SC", null)]);
    }

    private static ProducedObject Produced(DicomDataset dataset, string kind, string? predecessor) => new(
        dataset.GetSingleValue<string>(DicomTag.SOPInstanceUID), dataset.GetSingleValue<string>(DicomTag.SOPClassUID), kind, ReportFactory.Bytes(dataset), predecessor);
}
