using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline;
using PacsAnalyzer.Scp.Assembly;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>The models of the installation: which pipelines can work, and why another one cannot.</summary>
internal sealed class NodeModels : IModelVersions
{
    private readonly Dictionary<string, ModelFolder> folders = new(StringComparer.Ordinal);

    private NodeModels(IReadOnlyList<string> problems) => Problems = problems;

    /// <summary>A line for each pipeline that cannot work; its series wait until its model is mended.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Pipelines whose model is complete and matches its checksum.</summary>
    public IReadOnlyCollection<string> Available => folders.Keys;

    /// <summary>Opens the model folders of a configuration; a broken one becomes a problem, not an exception.</summary>
    public static NodeModels Load(NodeConfiguration configuration)
    {
        var problems = new List<string>();
        var models = new NodeModels(problems);
        foreach (string pipeline in (string[])[PipelineNames.Pelvis, PipelineNames.Spine])
        {
            try
            {
                models.folders[pipeline] = ModelFolder.Open(Path.Combine(configuration.Paths.Models, pipeline));
            }
            catch (ModelFolderException e)
            {
                problems.Add($"{pipeline}: {e.Message}");
            }
        }

        return models;
    }

    /// <inheritdoc/>
    public string VersionOf(string pipeline) => folders.TryGetValue(pipeline, out ModelFolder? folder) ? folder.Manifest.Version : "none";
}
