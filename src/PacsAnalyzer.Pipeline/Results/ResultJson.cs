using System.Text.Json;
using System.Text.Json.Serialization;

namespace PacsAnalyzer.Pipeline.Results;

/// <summary>Reading and writing <c>result.json</c>.</summary>
public static class ResultJson
{
    /// <summary>camelCase names, enums as their names, nulls written, indented.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The JSON text of a result.</summary>
    public static string Write(AnalysisResult result) => JsonSerializer.Serialize(result, Options);

    /// <summary>Reads a result; throws <see cref="JsonException"/> when it is not one.</summary>
    public static AnalysisResult Read(string json) =>
        JsonSerializer.Deserialize<AnalysisResult>(json, Options) ?? throw new JsonException("An analysis result was expected, found null.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }
}
