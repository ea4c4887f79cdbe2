using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline;

/// <summary>One of the two methods, its model loaded. May be used by several threads at once.</summary>
public interface IAnalysisPipeline
{
    /// <summary><see cref="PipelineNames"/>.</summary>
    string Name { get; }

    /// <summary>Name, version, checksum and provider of the model.</summary>
    ModelInfo Model { get; }

    /// <summary>Analyses one series. Refusals and files that cannot be read or decoded come back as a result with reasons.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="InferenceException">The network itself failed.</exception>
    AnalysisResult Analyse(AnalysisRequest request, CancellationToken cancellationToken);
}
