namespace PacsAnalyzer.Inference;

/// <summary>How a model is to be run; the section Inference of the configuration.</summary>
public sealed record SessionOptions
{
    /// <summary>Where to run. Default: <see cref="InferenceProvider.Auto"/>.</summary>
    public InferenceProvider Provider { get; init; } = InferenceProvider.Auto;

    /// <summary>Number of the GPU, from 0. Default: 0.</summary>
    public int DeviceId { get; init; }

    /// <summary>Threads of one run on the CPU; 0 (the default) leaves it to ONNX Runtime: one per physical core.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Whether a named provider that does not work gives way to the CPU, with the reason in
    /// <see cref="InferenceSession.FallbackMessage"/>. Default: true. False: creating the session fails.
    /// </summary>
    public bool FallbackToCpu { get; init; } = true;
}
