using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Reading;

/// <summary>A number of a report.</summary>
public sealed record DecodedMeasurement
{
    /// <summary>As <c>result.json</c> has it; without a value it has no unit either.</summary>
    public required Measurement Value { get; init; }

    /// <summary>Concept name.</summary>
    public required CodedConcept Name { get; init; }

    /// <summary>Why there is no value (CID 42), or null.</summary>
    public CodedConcept? Qualifier { get; init; }

    /// <summary>Algorithm name (TID 4019), or null.</summary>
    public string? AlgorithmName { get; init; }

    /// <summary>Algorithm version, or null.</summary>
    public string? AlgorithmVersion { get; init; }

    /// <summary>What it was inferred from.</summary>
    public IReadOnlyList<DecodedLine> Lines { get; init; } = [];
}
