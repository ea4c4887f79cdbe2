using System.Text.Json;
using System.Text.Json.Serialization;

namespace PacsAnalyzer.Scp.Commands;

/// <summary>How verbs and the API write JSON: camelCase, enums by name.</summary>
internal static class OutputJson
{
    /// <summary>Shared options, indented.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };
}
