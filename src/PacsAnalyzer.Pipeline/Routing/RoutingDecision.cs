namespace PacsAnalyzer.Pipeline.Routing;

/// <summary>What happens to a series, and why.</summary>
/// <param name="RuleId">The rule that decided.</param>
/// <param name="Pipeline">Pipeline to run; null when excluded.</param>
/// <param name="Excluded">True when the series is not analysed.</param>
/// <param name="Explanation">The rule's sentence with each condition as it was found; no patient data.</param>
public sealed record RoutingDecision(string RuleId, string? Pipeline, bool Excluded, string Explanation);
