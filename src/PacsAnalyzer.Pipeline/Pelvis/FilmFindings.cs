using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>What one film says, before it is written as a result.</summary>
internal sealed record FilmFindings
{
    /// <summary>Outcome.</summary>
    public required AnalysisStatus Status { get; init; }

    /// <summary>Reasons.</summary>
    public IReadOnlyList<ResultReason> Reasons { get; init; } = [];

    /// <summary>Landmarks in pixels as stored: name, side, place, confidence.</summary>
    public IReadOnlyList<(string Name, string? Side, Point2 At, double Confidence)> Landmarks { get; init; } = [];

    /// <summary>Measurements.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>Quality figures.</summary>
    public IReadOnlyDictionary<string, double> Quality { get; init; } = new Dictionary<string, double>();

    /// <summary>Stage times.</summary>
    public StageTimings Timings { get; init; } = new();

    /// <summary>A refusal with one reason.</summary>
    public static FilmFindings Refuse(string code, string text) => new() { Status = AnalysisStatus.Refused, Reasons = [new ResultReason(code, text)] };
}
