using System.ComponentModel.DataAnnotations;

namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>Models and the runtime they run on.</summary>
public sealed class InferenceOptions
{
    /// <summary><c>Auto</c> (CUDA where it works, else CPU), <c>Cpu</c>, <c>Cuda</c>, <c>TensorRt</c>, <c>WebGpu</c>.</summary>
    [AllowedValues("Auto", "Cpu", "Cuda", "TensorRt", "WebGpu")]
    public string Provider { get; set; } = "Auto";

    /// <summary>Whether a named provider that does not work may be replaced by the CPU.</summary>
    public bool FallbackToCpu { get; set; } = true;

    /// <summary>GPU number.</summary>
    [Range(0, 63)]
    public int DeviceId { get; set; }

    /// <summary>Path of an ONNX Runtime library (1.17 or later) to load instead of the installed one.</summary>
    public string? RuntimeLibrary { get; set; }

    /// <summary>Folder with one folder a pipeline.</summary>
    [Required]
    public string ModelsDirectory { get; set; } = "models";

    /// <summary>CPU threads of one network run; 0 takes all cores.</summary>
    [Range(0, 256)]
    public int Threads { get; set; }
}
