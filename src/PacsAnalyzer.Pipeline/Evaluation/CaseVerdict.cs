namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Whether a result is what a case allows.</summary>
/// <param name="Passed">It is.</param>
/// <param name="Problems">What is not, a line each.</param>
public sealed record CaseVerdict(bool Passed, IReadOnlyList<string> Problems);
