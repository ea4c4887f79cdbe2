using System.Text.Json;
using System.Text.Json.Serialization;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Analyses a folder of cases and scores them against their <c>truth.json</c>.</summary>
public static class Evaluator
{
    private static readonly JsonSerializerOptions Json = new(ResultJson.Options) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Case folders below a directory (itself included): those that hold a <c>truth.json</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> FindCases(string directory) =>
        [.. Directory.EnumerateFiles(directory, "truth.json", SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f)!).Order(StringComparer.Ordinal)];

    /// <summary>Runs every case.</summary>
    /// <param name="directory">Folder of case folders.</param>
    /// <param name="analyse">Pipeline name and request to result, usually <see cref="PipelineSet.Analyse"/>.</param>
    /// <param name="options">Options of every request.</param>
    /// <param name="progress">Told after each case: done, all, the case.</param>
    /// <param name="cancellationToken">Ends between cases.</param>
    public static EvaluationReport Run(string directory, Func<string, AnalysisRequest, CancellationToken, AnalysisResult> analyse, AnalysisOptions options,
        Action<int, int, CaseRecord>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(analyse);
        IReadOnlyList<string> folders = FindCases(directory);
        var records = new List<CaseRecord>();
        var skipped = new List<CaseFailure>();
        foreach (string folder in folders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string name = Path.GetRelativePath(directory, folder);
            CaseTruth truth;
            try
            {
                truth = CaseTruth.Read(folder);
            }
            catch (InvalidDataException e)
            {
                skipped.Add(new CaseFailure(name, [e.Message]));
                continue;
            }

            string[] files = [.. Directory.EnumerateFiles(folder, "*.dcm").Order(StringComparer.Ordinal)];
            AnalysisResult result = analyse(truth.Pipeline, new AnalysisRequest(files, options), cancellationToken);

            // Planes are large and of no use here.
            var record = new CaseRecord(name, truth.Group, truth, result with { Plane = null }, CaseComparer.Compare(result, truth));
            records.Add(record);
            progress?.Invoke(records.Count + skipped.Count, folders.Count, record);
        }

        return Score(records, skipped);
    }

    /// <summary>Scores cases that were analysed already.</summary>
    public static EvaluationReport Score(IReadOnlyList<CaseRecord> records, IReadOnlyList<CaseFailure> skipped)
    {
        var scores = new List<GroupScores>();
        foreach (IGrouping<string, CaseRecord> pipeline in records.GroupBy(r => r.Truth.Pipeline).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            scores.Add(GroupScores.Of(pipeline.Key, "all", [.. pipeline]));
            List<IGrouping<string, CaseRecord>> groups = [.. pipeline.GroupBy(r => r.Group).OrderBy(g => g.Key, StringComparer.Ordinal)];
            if (groups.Count > 1)
            {
                scores.AddRange(groups.Select(g => GroupScores.Of(pipeline.Key, g.Key, [.. g])));
            }
        }

        return new EvaluationReport(scores, [.. records.Where(r => !r.Verdict.Passed).Select(r => new CaseFailure(r.Name, r.Verdict.Problems))], skipped);
    }

    /// <summary>The report as JSON.</summary>
    public static string ToJson(EvaluationReport report) => JsonSerializer.Serialize(report, Json);
}
