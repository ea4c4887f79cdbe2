namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Scores of the cases of one group of one pipeline.</summary>
/// <param name="Pipeline">Pipeline.</param>
/// <param name="Group">Group, or <c>all</c>.</param>
/// <param name="Cases">Number of cases.</param>
/// <param name="Passed">Cases whose verdict is good.</param>
/// <param name="Outcomes">Expected against found outcomes.</param>
/// <param name="Landmarks">Landmark errors, mm; empty for the spine.</param>
/// <param name="Values">Agreement of measurements.</param>
/// <param name="Vertebrae">Bodies; null for the hip.</param>
/// <param name="MeanMilliseconds">Mean time of a case, all stages.</param>
public sealed record GroupScores(string Pipeline, string Group, int Cases, int Passed, IReadOnlyList<OutcomeCount> Outcomes, IReadOnlyList<ErrorSummary> Landmarks,
    IReadOnlyList<AgreementSummary> Values, VertebraSummary? Vertebrae, double MeanMilliseconds)
{
    /// <summary>Scores cases.</summary>
    public static GroupScores Of(string pipeline, string group, IReadOnlyList<CaseRecord> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        static string Expected(CaseRecord c) => c.Truth.Expect.Reason ?? c.Truth.Expect.Status.ToString();
        static string Got(CaseRecord c) => c.Result.Status == Results.AnalysisStatus.Measured || c.Result.Reasons.Count == 0 ? c.Result.Status.ToString() : c.Result.Reasons[0].Code;
        return new GroupScores(pipeline, group, cases.Count, cases.Count(c => c.Verdict.Passed),
            [.. cases.GroupBy(c => (Expected(c), Got(c))).Select(g => new OutcomeCount(g.Key.Item1, g.Key.Item2, g.Count())).OrderBy(o => o.Expected, StringComparer.Ordinal).ThenByDescending(o => o.Count)],
            LandmarkScores.Of(cases), ValueScores.Of(cases), VertebraScores.Of(cases),
            cases.Count == 0 ? 0 : cases.Average(c => c.Result.Timings.DecodeMs + c.Result.Timings.PreprocessMs + c.Result.Timings.InferenceMs + c.Result.Timings.PostprocessMs));
    }
}
