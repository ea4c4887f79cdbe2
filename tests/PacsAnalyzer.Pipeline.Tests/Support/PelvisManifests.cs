using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline.Tests.Support;

/// <summary>A manifest with one level of priors for made-up detectors.</summary>
internal static class PelvisManifests
{
    public static SsdManifest Plain { get; } = new()
    {
        SchemaVersion = 1, Pipeline = "pelvis-ap", Name = "fake", Version = "0.0.1", Licence = "MIT", Decoder = "ssd",
        File = new ModelFile { Name = "model.onnx", Sha256 = new string('0', 64), Bytes = 1 },
        Input = new ModelInput { Tensor = "image", Shape = [1, 1, 512, 512] },
        Outputs = new SsdOutputs { Locations = "locations", Confidences = "confidences" },
        Classes =
        [
            "background", "cup.lateral", "cup.medial", "cup.contact", "teardrop.left", "teardrop.right", "ischium.left", "ischium.right", "symphysis.superior",
            "contralateral.centre", "marker.left", "marker.right",
        ],
        Preprocessing = new PelvisPreprocessing
        {
            ResampleMm = 0.1, AnalysisMm = 0.4, RemoveLowestFraction = 0.02, ClaheGrid = [8, 8], ClaheClipLimit = 100, Size = 512, Mean = 0, Std = 1, PadValue = 0, NominalWidthMm = 430,
        },
        Ssd = new SsdParameters { Variances = [0.1, 0.1, 0.2, 0.2], Levels = [new SsdLevel { Cells = 128, Step = 4, MinSize = 30, MaxSize = 58, Ratios = [] }] },
        Plausibility = [new PlausibilityGroup
        {
            Names = ["symphysis.superior"], Mean = [0, 0.25], InverseCovariance = [[100, 0], [0, 100]], Limit = 5,
        }],
        Thresholds = new PelvisThresholds { Landmark = new Dictionary<string, double> { ["cup.contact"] = 0.8 }, Marker = 0.6, Prosthesis = 0.4, Pelvis = 0.4 },
    };
}
