namespace PacsAnalyzer.SrWriter.Reading;

/// <summary>A vertebral body of a report.</summary>
public sealed record DecodedVertebra
{
    /// <summary>Level, or null where it is not named.</summary>
    public string? Level { get; init; }

    /// <summary>Area, mm2.</summary>
    public double? AreaMm2 { get; init; }

    /// <summary>Confidence, 0..1.</summary>
    public double? Confidence { get; init; }

    /// <summary>Why it is left out of means.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Outline on an image (column, row), closed; empty where it is in patient space.</summary>
    public IReadOnlyList<double[]> PolygonPixels { get; init; } = [];

    /// <summary>The image of <see cref="PolygonPixels"/>.</summary>
    public string? PolygonSopInstanceUid { get; init; }

    /// <summary>Outline in patient millimetres (LPS), closed; empty where it is on an image.</summary>
    public IReadOnlyList<double[]> PolygonPatientMm { get; init; } = [];

    /// <summary>Frame of reference of <see cref="PolygonPatientMm"/>.</summary>
    public string? FrameOfReferenceUid { get; init; }
}
