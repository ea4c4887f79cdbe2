namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Scores of a folder of cases; serialises with <see cref="Results.ResultJson.Options"/>.</summary>
/// <param name="Scores">For each pipeline all cases first, then each group where there are several.</param>
/// <param name="Failures">Cases that are not what their truth allows, with the lines that say why.</param>
/// <param name="Skipped">Folders that could not be evaluated, with the reason.</param>
public sealed record EvaluationReport(IReadOnlyList<GroupScores> Scores, IReadOnlyList<CaseFailure> Failures, IReadOnlyList<CaseFailure> Skipped);
