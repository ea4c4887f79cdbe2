using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Configuration;

/// <summary>The configuration in force: values, where they came from, and the folders they mean.</summary>
public sealed class NodeConfiguration
{
    internal NodeConfiguration(string directory, PacsAnalyzerOptions options, IReadOnlyDictionary<string, string> origins, NodePaths paths)
    {
        Directory = directory;
        Options = options;
        Origins = origins;
        Paths = paths;
    }

    /// <summary>Folder of <c>pacs-analyzer.json</c> and <c>ae-titles.json</c>.</summary>
    public string Directory { get; }

    /// <summary>Effective values.</summary>
    public PacsAnalyzerOptions Options { get; }

    /// <summary>Origin by path, for values that are not defaults.</summary>
    public IReadOnlyDictionary<string, string> Origins { get; }

    /// <summary>Absolute folders.</summary>
    public NodePaths Paths { get; }
}
