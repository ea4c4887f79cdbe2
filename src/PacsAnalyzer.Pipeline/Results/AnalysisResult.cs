using System.Text.Json.Serialization;

namespace PacsAnalyzer.Pipeline.Results;

/// <summary>Everything one analysis of one series says; serialised as <c>result.json</c> (schema version 1).</summary>
/// <remarks>Angles in degrees, lengths in millimetres, densities in mg/cm3 calcium hydroxyapatite; pixel coordinates as DICOM SCOORD
/// (PS3.3 C.18.6: (0,0) is the top left corner of the top left pixel); patient coordinates in millimetres, LPS.</remarks>
public sealed record AnalysisResult
{
    /// <summary>Version of the JSON form.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary><c>pelvis-ap</c> or <c>spine-ct</c>.</summary>
    public required string Pipeline { get; init; }

    /// <summary>Whether the series was measured.</summary>
    public required AnalysisStatus Status { get; init; }

    /// <summary>Why nothing was measured, or what limits a measured result; never empty unless measured.</summary>
    public IReadOnlyList<ResultReason> Reasons { get; init; } = [];

    /// <summary>Study Instance UID (0020,000D) of the analysed series.</summary>
    public required string StudyInstanceUid { get; init; }

    /// <summary>Series Instance UID (0020,000E).</summary>
    public required string SeriesInstanceUid { get; init; }

    /// <summary>SOP Instance UIDs (0008,0018) that the analysis read, in geometric order.</summary>
    public IReadOnlyList<string> SopInstanceUids { get; init; } = [];

    /// <summary>The model that answered; null when refused before inference.</summary>
    public ModelInfo? Model { get; init; }

    /// <summary>Name and version of this program.</summary>
    public string Software { get; init; } = "";

    /// <summary>SHA-256 (hex, lower case) of the configuration that influences values.</summary>
    public string ConfigurationHash { get; init; } = "";

    /// <summary>Pixel spacing used, and where it came from.</summary>
    public SpacingInfo? Spacing { get; init; }

    /// <summary>Where densities come from: <c>Calibration</c> or <c>Network</c>; null for the hip.</summary>
    public string? DensitySource { get; init; }

    /// <summary>Landmarks of the hip pipeline.</summary>
    public IReadOnlyList<Landmark> Landmarks { get; init; } = [];

    /// <summary>Vertebral bodies of the spine pipeline, from cranial to caudal.</summary>
    public IReadOnlyList<VertebraResult> Vertebrae { get; init; } = [];

    /// <summary>Measured values, absent ones included with their reason.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>Quality figures by name (rotation, tilt, slice agreement), for people rather than for decisions.</summary>
    public IReadOnlyDictionary<string, double> Quality { get; init; } = new Dictionary<string, double>();

    /// <summary>Milliseconds a stage.</summary>
    public StageTimings Timings { get; init; } = new();

    /// <summary>What a report needs to point into a resampled picture; null for a radiograph.</summary>
    [JsonIgnore]
    public AnalysedPlane? Plane { get; init; }
}

/// <summary>Outcome of an analysis.</summary>
public enum AnalysisStatus
{
    /// <summary>Values were measured; single ones may still be absent with a reason.</summary>
    Measured,

    /// <summary>Nothing was measured, for the reasons given.</summary>
    Refused,

    /// <summary>The analysis broke off.</summary>
    Failed,
}

/// <summary>A reason out of <see cref="ReasonCodes"/> with a sentence for people.</summary>
/// <param name="Code">One of <see cref="ReasonCodes"/>.</param>
/// <param name="Text">What was seen, in English; no patient data.</param>
public sealed record ResultReason(string Code, string Text);

/// <summary>The model behind a result.</summary>
/// <param name="Name">Manifest name.</param>
/// <param name="Version">Manifest version.</param>
/// <param name="Sha256">Checksum of the main ONNX file, hex.</param>
/// <param name="Provider">Execution provider that ran it: Cpu, Cuda, TensorRt, WebGpu.</param>
public sealed record ModelInfo(string Name, string Version, string Sha256, string Provider);

/// <summary>Pixel spacing in use.</summary>
/// <param name="Mm">Row spacing (between rows, vertical) then column spacing (horizontal), mm; empty when none.</param>
/// <param name="Source">What the spacing rests on.</param>
public sealed record SpacingInfo(IReadOnlyList<double> Mm, SpacingSource Source);

/// <summary>What a spacing rests on (PS3.3 section 10.7).</summary>
public enum SpacingSource
{
    /// <summary>No spacing in the file: millimetres cannot be given.</summary>
    None,

    /// <summary>Detector plane, not corrected for magnification: millimetres are not assessed.</summary>
    DetectorPlane,

    /// <summary>Detector spacing divided by the estimated magnification factor.</summary>
    MagnificationCorrected,

    /// <summary>Calibrated by geometry or fiducial, or a tomographic image.</summary>
    Calibrated,
}

/// <summary>A landmark in original pixels.</summary>
/// <param name="Name">Contract name, <c>cup.lateral</c> ...</param>
/// <param name="Side">Patient side <c>L</c> or <c>R</c>; null when uncertain or in the midline.</param>
/// <param name="SopInstanceUid">Image it lies on.</param>
/// <param name="Column">Horizontal coordinate, SCOORD convention.</param>
/// <param name="Row">Vertical coordinate, SCOORD convention.</param>
/// <param name="Confidence">0..1.</param>
public sealed record Landmark(string Name, string? Side, string SopInstanceUid, double Column, double Row, double Confidence);

/// <summary>A vertebral body.</summary>
public sealed record VertebraResult
{
    /// <summary>T1..T12, L1..L5; null when no anchor was in view.</summary>
    public string? Level { get; init; }

    /// <summary>Trabecular density, mg/cm3; null when not given.</summary>
    public double? Bmd { get; init; }

    /// <summary>Mean of the eroded body, HU as scanned.</summary>
    public double? MeanHu { get; init; }

    /// <summary>0..1.</summary>
    public double Confidence { get; init; }

    /// <summary>Area of the body in the analysed plane, mm2.</summary>
    public double AreaMm2 { get; init; }

    /// <summary>Why the body is left out of means: <c>FRACTURE</c>, <c>METAL</c>, <c>OSTEOPHYTE</c>, <c>CONTRAST</c>, <c>CUT_OFF</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Closed outline, each point x y z in patient millimetres (LPS).</summary>
    public IReadOnlyList<double[]> PolygonPatientMm { get; init; } = [];

    /// <summary>The same outline in pixels of an acquired image, when the plane is an acquired one.</summary>
    public PixelPolygon? PolygonPixels { get; init; }
}

/// <summary>An outline on one image.</summary>
/// <param name="SopInstanceUid">Image.</param>
/// <param name="Points">Column, row pairs, SCOORD convention.</param>
public sealed record PixelPolygon(string SopInstanceUid, IReadOnlyList<double[]> Points);

/// <summary>One number of the report.</summary>
public sealed record Measurement
{
    /// <summary>CUP-INCL, CUP-COVER, HRC-VOFF, HRC-HOFF, VBMD-TRAB, MEAN-HU, VBMD-L1L2.</summary>
    public required string Code { get; init; }

    /// <summary>The unrounded value; null when it could not be given, see <see cref="Reason"/>.</summary>
    public double? Value { get; init; }

    /// <summary>UCUM unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Patient side <c>L</c> or <c>R</c>; null when none or uncertain.</summary>
    public string? Side { get; init; }

    /// <summary>Vertebral level, or null.</summary>
    public string? Level { get; init; }

    /// <summary>Lower and upper limit; an open end is null; null when no range is known.</summary>
    public IReadOnlyList<double?>? Range { get; init; }

    /// <summary>Where the range comes from.</summary>
    public string? RangeSource { get; init; }

    /// <summary>Judged on the unrounded value.</summary>
    public Normality Normality { get; init; } = Normality.NotAssessed;

    /// <summary>Why the value or its assessment is absent.</summary>
    public string? Reason { get; init; }
}

/// <summary>Where a value lies against its range.</summary>
public enum Normality
{
    /// <summary>No judgement.</summary>
    NotAssessed,

    /// <summary>Inside, ends included.</summary>
    Within,

    /// <summary>Below the lower end.</summary>
    Below,

    /// <summary>Above the upper end.</summary>
    Above,
}

/// <summary>Milliseconds a stage.</summary>
public sealed record StageTimings
{
    /// <summary>Reading and decoding pixels.</summary>
    public double DecodeMs { get; init; }

    /// <summary>Pre-processing.</summary>
    public double PreprocessMs { get; init; }

    /// <summary>All network runs.</summary>
    public double InferenceMs { get; init; }

    /// <summary>Decoding and measuring.</summary>
    public double PostprocessMs { get; init; }

    /// <summary>Report and overlay.</summary>
    public double ReportMs { get; init; }
}
