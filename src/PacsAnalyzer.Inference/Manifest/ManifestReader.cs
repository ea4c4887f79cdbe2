using System.Text.Json;

namespace PacsAnalyzer.Inference;

/// <summary>Reads manifest.json into the record of its decoder and checks every value.</summary>
internal static class ManifestReader
{
    private const long MaximumBytes = 4 << 20;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a manifest.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFolderException">Missing, no JSON, an unknown decoder, a missing or wrong value.</exception>
    public static ModelManifest Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new ModelFolderException($"{path} is not there; put the model's manifest.json and ONNX file into {file.DirectoryName}");
        }

        if (file.Length > MaximumBytes)
        {
            throw new ModelFolderException($"{path} has {file.Length} bytes; a manifest has at most {MaximumBytes}");
        }

        ModelManifest manifest;
        try
        {
            manifest = Parse(path, File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw new ModelFolderException($"{path} is no valid manifest: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelFolderException($"{path} cannot be read: {e.Message}", e);
        }

        string[] problems = [.. manifest.Problems()];
        return problems.Length == 0 ? manifest : throw new ModelFolderException($"{path}: {string.Join("; ", problems)}");
    }

    private static ModelManifest Parse(string path, byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        string decoder = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("decoder", out JsonElement value)
            ? value.ToString()
            : string.Empty;
        ModelManifest? manifest = decoder switch
        {
            SsdManifest.DecoderName => document.RootElement.Deserialize<SsdManifest>(Options),
            MaskRcnnManifest.DecoderName => document.RootElement.Deserialize<MaskRcnnManifest>(Options),
            _ => throw new ModelFolderException($"{path}: decoder \"{decoder}\" is not known; it must be {SsdManifest.DecoderName} or {MaskRcnnManifest.DecoderName}"),
        };
        return manifest ?? throw new ModelFolderException($"{path} is empty");
    }
}
