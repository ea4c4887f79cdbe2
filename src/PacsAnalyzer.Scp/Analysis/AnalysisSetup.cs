using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline;
using PacsAnalyzer.Pipeline.Spine;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>From the configuration to what the pipelines take.</summary>
internal static class AnalysisSetup
{
    /// <summary>Limits and calibrations.</summary>
    public static AnalysisOptions Options(NodeConfiguration configuration) => new()
    {
        Ranges = configuration.Options.Reports.Ranges.ToDictionary(
            r => r.Key, r => new MeasurementRange(r.Value[0], r.Value[1], "Reports:Ranges of this site"), StringComparer.Ordinal),
        Calibrations = [.. configuration.Options.Spine.Calibrations.Select(c => new DensityCalibration(c.Manufacturer, c.Model, c.Kvp, c.Slope, c.Intercept))],
    };

    /// <summary>Provider and threads.</summary>
    public static PacsAnalyzer.Inference.SessionOptions Session(NodeConfiguration configuration)
    {
        InferenceOptions options = configuration.Options.Inference;
        return new PacsAnalyzer.Inference.SessionOptions
        {
            Provider = Enum.Parse<InferenceProvider>(options.Provider),
            DeviceId = options.DeviceId,
            Threads = options.Threads,
            FallbackToCpu = options.FallbackToCpu,
        };
    }

    /// <summary>ONNX Runtime: the configured library, else the one that is found.</summary>
    /// <exception cref="OnnxRuntimeMissingException">There is none.</exception>
    public static OnnxRuntimeLibrary Library(NodeConfiguration configuration) =>
        OnnxRuntimeLibrary.Load(configuration.Options.Inference.RuntimeLibrary);
}
