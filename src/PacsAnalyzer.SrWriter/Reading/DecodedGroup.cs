using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Reading;

/// <summary>A measurement group of a report.</summary>
public sealed record DecodedGroup
{
    /// <summary>Template: 1410 or 1501.</summary>
    public required string Template { get; init; }

    /// <summary>Tracking identifier.</summary>
    public required string TrackingIdentifier { get; init; }

    /// <summary>Tracking UID.</summary>
    public required string TrackingUid { get; init; }

    /// <summary>Finding.</summary>
    public CodedConcept? Finding { get; init; }

    /// <summary>Finding sites.</summary>
    public IReadOnlyList<CodedConcept> Sites { get; init; } = [];

    /// <summary>Laterality of the site, or null.</summary>
    public CodedConcept? Laterality { get; init; }

    /// <summary>Measurement method.</summary>
    public CodedConcept? Method { get; init; }

    /// <summary>Numbers of <c>result.json</c>; figures such as area and confidence are elsewhere.</summary>
    public IReadOnlyList<DecodedMeasurement> Measurements { get; init; } = [];
}
