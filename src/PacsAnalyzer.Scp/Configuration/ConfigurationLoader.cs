using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Configuration;

/// <summary>Reads <c>pacs-analyzer.json</c> and the environment into options; all problems at once.</summary>
public sealed class ConfigurationLoader
{
    /// <summary>Prefix of environment variables that override a key: <c>PACS_ANALYZER__Node__DicomPort=104</c>.</summary>
    public const string EnvironmentPrefix = "PACS_ANALYZER__";

    private const string FileName = "pacs-analyzer.json";

    private static readonly JsonDocumentOptions Json = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly IDictionary environment;
    private readonly string workingDirectory;
    private readonly string installation;

    /// <summary>Creates a loader.</summary>
    /// <param name="environment">Environment variables.</param>
    /// <param name="workingDirectory">Folder that relative paths start from.</param>
    /// <param name="installation">Folder whose <c>config</c> and <c>models</c> are used where the working directory has none.</param>
    public ConfigurationLoader(IDictionary environment, string workingDirectory, string installation)
    {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.installation = installation;
    }

    /// <summary>Loads and validates.</summary>
    /// <param name="directory">Folder given with <c>--config</c>; null for <c>config</c>.</param>
    /// <returns>The configuration in force.</returns>
    /// <exception cref="ConfigurationException">Anything is wrong; every problem is listed.</exception>
    public NodeConfiguration Load(string? directory)
    {
        var problems = new List<ConfigurationProblem>();
        string folder = directory is null ? WithFallback("config") : Path.GetFullPath(directory, workingDirectory);
        if (directory is not null && !Directory.Exists(folder))
        {
            throw new ConfigurationException([new ConfigurationProblem(folder, "", "there is no such configuration folder; make it, or leave out --config")]);
        }

        var options = new PacsAnalyzerOptions();
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        string file = Path.Combine(folder, FileName);
        if (File.Exists(file) && ReadObject(file, problems) is { } root)
        {
            new OptionsBinder(FileName, problems).Bind(options, root, "", origins);
        }

        foreach ((string variable, JsonObject tree) in EnvironmentOverrides())
        {
            new OptionsBinder(variable, problems).Bind(options, tree, "", origins);
        }

        if (problems.Count == 0)
        {
            problems.AddRange(ConfigurationRules.Check(options));
        }

        if (problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }

        var paths = new NodePaths(
            folder,
            Path.GetFullPath(options.Node.DataDirectory, workingDirectory),
            Path.IsPathRooted(options.Inference.ModelsDirectory) ? options.Inference.ModelsDirectory : WithFallback(options.Inference.ModelsDirectory));
        return new NodeConfiguration(folder, options, origins, paths);
    }

    private static JsonObject? ReadObject(string file, List<ConfigurationProblem> problems)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(file), documentOptions: Json) is JsonObject root)
            {
                return root;
            }

            problems.Add(new ConfigurationProblem(FileName, "", "must hold a JSON object"));
        }
        catch (JsonException e)
        {
            problems.Add(new ConfigurationProblem(FileName, "", $"is not JSON: line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: {e.Message}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ConfigurationProblem(FileName, "", $"cannot be read: {e.Message}"));
        }

        return null;
    }

    private IEnumerable<(string Variable, JsonObject Tree)> EnvironmentOverrides()
    {
        foreach (string name in environment.Keys.Cast<string>().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
            {
                continue;
            }

            string[] parts = name[EnvironmentPrefix.Length..].Split("__");
            JsonNode? leaf = ParseValue((string?)environment[name] ?? "");
            for (int i = parts.Length - 1; i >= 0; i--)
            {
                leaf = new JsonObject { [parts[i]] = leaf };
            }

            yield return (name, (JsonObject)leaf!);
        }
    }

    /// <summary>Numbers, booleans, null, lists and objects are taken as JSON; anything else is a text.</summary>
    private static JsonNode? ParseValue(string text)
    {
        string trimmed = text.Trim();
        if (trimmed is "null" or "")
        {
            return trimmed.Length == 0 ? JsonValue.Create("") : null;
        }

        if (trimmed is "true" or "false" || trimmed[0] is '[' or '{' || char.IsAsciiDigit(trimmed[^1]) && char.IsAsciiDigit(trimmed[0]) && double.TryParse(trimmed, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            try
            {
                return JsonNode.Parse(trimmed, documentOptions: Json);
            }
            catch (JsonException)
            {
                return JsonValue.Create(text);
            }
        }

        return JsonValue.Create(text);
    }

    private string WithFallback(string relative)
    {
        string own = Path.GetFullPath(relative, workingDirectory);
        string installed = Path.Combine(installation, relative);
        return !Directory.Exists(own) && Directory.Exists(installed) ? installed : own;
    }
}
