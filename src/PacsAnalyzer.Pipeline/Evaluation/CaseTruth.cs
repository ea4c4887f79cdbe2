using System.Text.Json;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>The <c>truth.json</c> of a sample or simulated case.</summary>
public sealed record CaseTruth
{
    /// <summary><see cref="PipelineNames"/>.</summary>
    public required string Pipeline { get; init; }

    /// <summary>True landmarks, pixels of the image.</summary>
    public IReadOnlyList<Landmark> Landmarks { get; init; } = [];

    /// <summary>True bodies.</summary>
    public IReadOnlyList<VertebraResult> Vertebrae { get; init; } = [];

    /// <summary>True values.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>True spacing.</summary>
    public SpacingInfo? Spacing { get; init; }

    /// <summary>What must come out.</summary>
    public required CaseExpectation Expect { get; init; }

    /// <summary>Greatest allowed difference by measurement code.</summary>
    public IReadOnlyDictionary<string, double> Tolerance { get; init; } = new Dictionary<string, double>();

    /// <summary>How the case was made; a text <c>kind</c> names the group it is counted in.</summary>
    public JsonElement? Simulated { get; init; }

    /// <summary>Group of the case in tables.</summary>
    public string Group => Simulated is { ValueKind: JsonValueKind.Object } made && made.TryGetProperty("kind", out JsonElement kind) && kind.ValueKind == JsonValueKind.String
        ? kind.GetString()! : Expect.Reason ?? "all";

    /// <summary>Reads <c>truth.json</c> of a case folder.</summary>
    /// <exception cref="InvalidDataException">It is missing or not in form; one line.</exception>
    public static CaseTruth Read(string folder)
    {
        string path = Path.Combine(folder, "truth.json");
        try
        {
            return JsonSerializer.Deserialize<CaseTruth>(File.ReadAllText(path), ResultJson.Options) ?? throw new InvalidDataException($"{path} is empty");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }
}
