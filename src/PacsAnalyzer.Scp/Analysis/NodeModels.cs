using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline;
using PacsAnalyzer.Scp.Assembly;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>The models of the installation: which pipelines can work, and why another one cannot.</summary>
internal sealed class NodeModels : IModelVersions, IDisposable
{
    private NodeModels(PipelineSet pipelines)
    {
        Pipelines = pipelines;
        Problems = [.. pipelines.Problems.Select(p => $"{p.Key}: {p.Value}")];
    }

    /// <summary>The loaded pipelines.</summary>
    public PipelineSet Pipelines { get; }

    /// <summary>A line for each pipeline that cannot work; its series wait until its model is mended.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Names of the pipelines that can work.</summary>
    public IReadOnlyList<string> Available => [.. Pipelines.Pipelines.Select(p => p.Name)];

    /// <summary>Loads the models of a configuration; a broken one becomes a problem, not an exception.</summary>
    /// <exception cref="OnnxRuntimeMissingException">There is no ONNX Runtime library.</exception>
    public static NodeModels Load(NodeConfiguration configuration) =>
        new(PipelineSet.Create(configuration.Paths.Models, AnalysisSetup.Session(configuration), AnalysisSetup.Library(configuration)));

    /// <inheritdoc/>
    public string VersionOf(string pipeline) => Pipelines.Find(pipeline)?.Model.Version ?? "none";

    /// <inheritdoc/>
    public void Dispose() => Pipelines.Dispose();
}
