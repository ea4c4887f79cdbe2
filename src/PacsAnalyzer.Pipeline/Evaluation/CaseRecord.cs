using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>One evaluated case.</summary>
/// <param name="Name">Folder name.</param>
/// <param name="Group">Group.</param>
/// <param name="Truth">Its truth.</param>
/// <param name="Result">What came out.</param>
/// <param name="Verdict">Whether the case allows it.</param>
public sealed record CaseRecord(string Name, string Group, CaseTruth Truth, AnalysisResult Result, CaseVerdict Verdict);
