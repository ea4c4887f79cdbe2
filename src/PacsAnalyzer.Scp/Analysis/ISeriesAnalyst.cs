using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>Does the work of a job: measures a series and makes the objects that tell of it.</summary>
internal interface ISeriesAnalyst
{
    /// <summary>Analyses the instances of a lease.</summary>
    /// <param name="lease">The job.</param>
    /// <param name="predecessor">SOP Instance UID of the report that the new one replaces; null for none.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    AnalysedSeries Analyse(JobLease lease, string? predecessor, CancellationToken cancellationToken);
}

/// <summary>A result and its objects.</summary>
/// <param name="Result">The result.</param>
/// <param name="Objects">Objects to store, the report first; empty where nothing is reported.</param>
internal sealed record AnalysedSeries(AnalysisResult Result, IReadOnlyList<ProducedObject> Objects);

/// <summary>A Part 10 file to store and send.</summary>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="SopClassUid">SOP Class UID.</param>
/// <param name="Kind"><c>SR</c> or <c>SC</c>.</param>
/// <param name="Bytes">The whole file.</param>
/// <param name="Predecessor">The object that it replaces; null for none.</param>
internal sealed record ProducedObject(string SopInstanceUid, string SopClassUid, string Kind, byte[] Bytes, string? Predecessor);
