using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline;

/// <summary>A network in ONNX Runtime.</summary>
internal sealed class SessionNetwork(InferenceSession session) : INetwork, IDisposable
{
    public string Provider => session.Provider.ToString();

    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs, CancellationToken cancellationToken) => session.Run(inputs, cancellationToken);

    public void Dispose() => session.Dispose();
}
