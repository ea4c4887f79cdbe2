using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>The outcome that a case must have.</summary>
/// <param name="Status">Status.</param>
/// <param name="Reason">For a refusal, its reason code; null: any.</param>
public sealed record CaseExpectation(AnalysisStatus Status, string? Reason = null);
