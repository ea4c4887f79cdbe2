namespace PacsAnalyzer.Persistence.Series;

/// <summary>One instance that is left out of an otherwise routed series.</summary>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="RuleId">Rule.</param>
/// <param name="Explanation">Why, for people; no patient data.</param>
public sealed record InstanceExclusion(string SopInstanceUid, string RuleId, string Explanation);
