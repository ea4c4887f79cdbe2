using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline.Tests.Support;

/// <summary>A manifest for made-up networks.</summary>
internal static class SpineManifests
{
    public static MaskRcnnManifest Plain { get; } = new()
    {
        SchemaVersion = 1, Pipeline = "spine-ct", Name = "fake", Version = "0.0.1", Licence = "MIT", Decoder = "maskrcnn",
        File = new ModelFile { Name = "model.onnx", Sha256 = new string('0', 64), Bytes = 1 },
        Input = new ModelInput { Tensor = "image", Shape = [1, 3, 512, 512] },
        Outputs = new MaskRcnnOutputs { Boxes = "boxes", Scores = "scores", Labels = "labels", Masks = "masks", Densities = "densities" },
        Preprocessing = new SpinePreprocessing
        {
            PixelMm = 0.7, WindowWidth = 1000, WindowLevel = 350, Size = 512, Mean = [0, 0, 0], Std = [1, 1, 1], PaddingValue = 0, PlaneSpacingMm = 3,
            KvpScale = new Dictionary<string, double> { ["80"] = 0.7, ["100"] = 0.9, ["120"] = 1, ["140"] = 1.1 },
        },
        MaskRcnn = new MaskRcnnParameters { MaskSize = 56, MaskThreshold = 0.5, Erosions = 3, NmsIou = 0.5 },
        Thresholds = new SpineThresholds { Vertebra = 0.5, Sacrum = 0.5, Mask = 0.5, Agreement = 0.3 },
    };
}
