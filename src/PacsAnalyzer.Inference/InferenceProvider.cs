namespace PacsAnalyzer.Inference;

/// <summary>Where a model runs (configuration key Inference:Provider).</summary>
public enum InferenceProvider
{
    /// <summary>CUDA where it works, else the CPU.</summary>
    Auto,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU, through CUDA; needs a library of a GPU release.</summary>
    Cuda,

    /// <summary>An NVIDIA GPU, through TensorRT, with CUDA for what TensorRT leaves; needs a library of a GPU release.</summary>
    TensorRt,

    /// <summary>Any GPU with a Vulkan driver, through WebGPU; the library of tools/fetch-onnxruntime.sh has it.</summary>
    WebGpu,
}
