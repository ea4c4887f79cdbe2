using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>What every measurement group starts with.</summary>
/// <param name="TrackingIdentifier">Name of what is measured.</param>
/// <param name="TrackingUid">Its UID.</param>
/// <param name="Finding">What it is.</param>
/// <param name="Method">How the numbers came about.</param>
/// <param name="Sites">Where it is.</param>
internal sealed record GroupHeader(string TrackingIdentifier, string TrackingUid, CodedConcept Finding, CodedConcept Method, IReadOnlyList<FindingSite> Sites);
