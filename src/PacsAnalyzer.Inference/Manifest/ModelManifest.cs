using System.Text.Json;

namespace PacsAnalyzer.Inference;

/// <summary>
/// manifest.json of a model folder (models/README.md): every constant of pre-processing and decoding. The fields here are common;
/// <see cref="SsdManifest"/> and <see cref="MaskRcnnManifest"/> add those of their decoder.
/// </summary>
public abstract record ModelManifest
{
    /// <summary>The only form known.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the form; 1.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>"pelvis-ap" or "spine-ct".</summary>
    public required string Pipeline { get; init; }

    /// <summary>Name shown in every report.</summary>
    public required string Name { get; init; }

    /// <summary>Semantic version shown in every report.</summary>
    public required string Version { get; init; }

    /// <summary>Licence of the weights.</summary>
    public required string Licence { get; init; }

    /// <summary>"ssd" or "maskrcnn".</summary>
    public required string Decoder { get; init; }

    /// <summary>The network.</summary>
    public required ModelFile File { get; init; }

    /// <summary>The network's input.</summary>
    public required ModelInput Input { get; init; }

    /// <summary>Where the weights come from (commit, seed, images, simulator, data); shown, never computed with.</summary>
    public IReadOnlyDictionary<string, JsonElement> Training { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Every file that the manifest names.</summary>
    public virtual IEnumerable<ModelFile> Files => [File];

    /// <summary>Names of the network's outputs with the rank each must have, in the decoder's order.</summary>
    public abstract IReadOnlyList<KeyValuePair<string, int>> OutputRanks { get; }

    /// <summary>What is wrong with the values, a line each; empty where all is well.</summary>
    internal virtual IEnumerable<string> Problems()
    {
        if (SchemaVersion != CurrentSchemaVersion)
        {
            yield return $"schemaVersion is {SchemaVersion}; this program reads {CurrentSchemaVersion}";
        }

        foreach (ModelFile file in Files)
        {
            if (file.Name.Length == 0 || file.Name != Path.GetFileName(file.Name) || file.Name is "." or "..")
            {
                yield return $"file name \"{file.Name}\" must be a plain name inside the folder";
            }

            if (file.Sha256.Length != 64 || !file.Sha256.All(char.IsAsciiHexDigit))
            {
                yield return $"sha256 of {file.Name} must be 64 hexadecimal digits";
            }

            if (file.Bytes <= 0)
            {
                yield return $"bytes of {file.Name} must be positive";
            }
        }

        if (Input.Shape.Count != 4 || Input.Shape[0] != 1 || Input.Shape.Any(d => d is <= 0 or > 4096))
        {
            yield return $"input.shape is {Tensor.Describe(Input.Shape)}; [1, C, size, size] is needed";
        }
    }

    /// <summary>The line for an input that does not agree with the pre-processing, or null.</summary>
    /// <param name="channels">Channels that the pre-processing makes.</param>
    /// <param name="size">Its side in pixels.</param>
    internal string? InputProblem(int channels, int size) =>
        Input.Shape.Count == 4 && (Input.Shape[1] != channels || Input.Shape[2] != size || Input.Shape[3] != size)
            ? $"input.shape is {Tensor.Describe(Input.Shape)}, but preprocessing makes [1, {channels}, {size}, {size}]"
            : null;
}
