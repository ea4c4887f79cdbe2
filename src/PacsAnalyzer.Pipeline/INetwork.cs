using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline;

/// <summary>A loaded network, so that tests of decoding can put their own in its place.</summary>
internal interface INetwork
{
    /// <summary>Execution provider in use.</summary>
    string Provider { get; }

    /// <summary>Runs it.</summary>
    IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs, CancellationToken cancellationToken);
}
