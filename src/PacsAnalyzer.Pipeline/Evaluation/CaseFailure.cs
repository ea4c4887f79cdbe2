namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>A case with what is wrong.</summary>
/// <param name="Case">Folder name.</param>
/// <param name="Problems">Lines.</param>
public sealed record CaseFailure(string Case, IReadOnlyList<string> Problems);
