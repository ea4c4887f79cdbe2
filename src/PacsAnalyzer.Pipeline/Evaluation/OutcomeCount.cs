namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>How often an expected outcome came out as another.</summary>
/// <param name="Expected">Status or reason expected.</param>
/// <param name="Got">Status or first reason found.</param>
/// <param name="Count">Cases.</param>
public sealed record OutcomeCount(string Expected, string Got, int Count);
