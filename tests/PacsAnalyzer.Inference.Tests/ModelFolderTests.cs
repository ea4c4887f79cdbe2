using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PacsAnalyzer.Inference.Tests;

public sealed class ModelFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("model-").FullName;

    public ModelFolderTests() => File.Copy(TestModels.PathOf("ssd"), Path.Combine(_folder, "model.onnx"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_whole_folder_opens_with_typed_constants()
    {
        var manifest = Open().Manifest.ShouldBeOfType<SsdManifest>();
        manifest.Name.ShouldBe("pelvis-ap");
        manifest.Ssd.PriorCount.ShouldBe(24);
        manifest.Ssd.Levels[0].Ratios.ShouldBe([2.0, 3.0]);
        manifest.Thresholds.Landmark["a"].ShouldBe(0.4);
        manifest.Plausibility[0].InverseCovariance[1][1].ShouldBe(4);
        manifest.Training["images"].GetInt32().ShouldBe(7);
        manifest.Refine.ShouldBeNull();
    }

    [Fact]
    public void Its_network_is_checked_against_the_manifest_and_runs()
    {
        using InferenceSession session = Open().CreateSession(new SessionOptions { Provider = InferenceProvider.Cpu }, TestModels.Library());
        session.Run(new Dictionary<string, Tensor> { ["image"] = Tensor.Zeros(1, 1, 32, 32) }, TestContext.Current.CancellationToken)["confidences"].Shape.ShouldBe([1, 24, 3]);
    }

    [Fact]
    public void A_wrong_checksum_is_refused_with_both_sums()
    {
        string actual = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(TestModels.PathOf("ssd"))));
        string wrong = new('0', 64);
        Failure(m => m["file"]!["sha256"] = wrong)
            .ShouldBe($"{Path.Combine(_folder, "model.onnx")} has SHA-256 {actual} where manifest.json says {wrong}; install the model again");
    }

    [Fact]
    public void A_truncated_network_is_refused() => Failure(m => m["file"]!["bytes"] = 999999).ShouldContain("bytes where manifest.json says 999999");

    [Fact]
    public void A_missing_network_is_named() => Failure(m => m["file"]!["name"] = "other.onnx").ShouldContain("other.onnx is not there, but manifest.json names it");

    [Theory]
    [InlineData("../model.onnx")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("..")]
    public void A_name_that_leaves_the_folder_is_refused(string name) =>
        Failure(m => m["file"]!["name"] = name).ShouldContain($"file name \"{name}\" must be a plain name inside the folder");

    [Fact]
    public void A_missing_field_is_named() => Failure(m => m.Remove("thresholds")).ShouldContain("thresholds");

    [Fact]
    public void An_unknown_decoder_is_named() => Failure(m => m["decoder"] = "heatmap").ShouldContain("decoder \"heatmap\" is not known; it must be ssd or maskrcnn");

    [Fact]
    public void Every_wrong_constant_is_told_in_one_line()
    {
        string message = Failure(m =>
        {
            m["schemaVersion"] = 2;
            m["preprocessing"]!["std"] = 0;
            m["ssd"]!["variances"] = new JsonArray(0.1);
            m["input"]!["shape"] = new JsonArray(1, 3, 32, 32);
            m["plausibility"]![0]!["mean"] = new JsonArray(1, 2, 3);
            m["classes"] = new JsonArray("a", "a");
        });
        message.ShouldNotContain('\n');
        foreach (string part in new[] { "schemaVersion is 2", "std > 0", "ssd.variances", "[1, 3, 32, 32], but preprocessing makes [1, 1, 32, 32]", "plausibility[0] needs", "names one thing twice" })
        {
            message.ShouldContain(part);
        }
    }

    [Fact]
    public void Text_that_is_no_json_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), "{ nothing");
        Should.Throw<ModelFolderException>(() => ModelFolder.Open(_folder)).Message.ShouldContain("is no valid manifest");
    }

    [Fact]
    public void A_missing_folder_or_manifest_is_named()
    {
        Should.Throw<ModelFolderException>(() => ModelFolder.Open(_folder + "x")).Message.ShouldContain("check Inference:ModelsDirectory");
        Should.Throw<ModelFolderException>(() => ModelFolder.Open(_folder)).Message.ShouldContain("manifest.json is not there");
    }

    [Theory]
    [InlineData("locations", "nothing", "has no output nothing, which the manifest names; it has locations, confidences")]
    [InlineData("locations", "confidences", "output confidences is [1, 24, 3], but the manifest asks for [1, 24, 4]")]
    public void A_network_that_does_not_fit_is_refused(string role, string name, string expected)
    {
        OnnxRuntimeLibrary library = TestModels.Library();
        ModelFolder folder = Open(m => m["outputs"]![role] = name);
        Should.Throw<ModelFolderException>(() => folder.CreateSession(new SessionOptions { Provider = InferenceProvider.Cpu }, library)).Message.ShouldEndWith(expected);
    }

    [Fact]
    public void A_second_stage_is_verified_too()
    {
        JsonObject refine = new()
        {
            ["file"] = new JsonObject { ["name"] = "refine.onnx", ["sha256"] = new string('a', 64), ["bytes"] = 5 },
            ["input"] = "crops", ["output"] = "heatmaps", ["landmarks"] = new JsonArray("a"),
            ["pixelMm"] = 0.4, ["size"] = 96, ["mean"] = 0, ["std"] = 1, ["threshold"] = 0.3,
        };
        Failure(m => m["refine"] = refine).ShouldContain("refine.onnx is not there");
    }

    [Fact]
    public void A_spine_manifest_reads_and_scales_by_voltage()
    {
        Write(Spine());
        var manifest = ModelFolder.Open(_folder).Manifest.ShouldBeOfType<MaskRcnnManifest>();
        manifest.MaskRcnn.Erosions.ShouldBe(3);
        manifest.Preprocessing.ScaleAt(120).ShouldBe(1);
        manifest.Preprocessing.ScaleAt(110).ShouldNotBeNull().ShouldBe(0.95, 1e-12);
        manifest.Preprocessing.ScaleAt(79).ShouldBeNull();
        manifest.Preprocessing.ScaleAt(141).ShouldBeNull();
    }

    private ModelFolder Open(Action<JsonObject>? change = null)
    {
        JsonObject manifest = Pelvis();
        change?.Invoke(manifest);
        Write(manifest);
        return ModelFolder.Open(_folder);
    }

    private string Failure(Action<JsonObject> change) => Should.Throw<ModelFolderException>(() => Open(change)).Message;

    private void Write(JsonObject manifest) =>
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), manifest.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

    private static JsonObject Pelvis() => Common(
        """
        "pipeline": "pelvis-ap", "name": "pelvis-ap", "decoder": "ssd",
        "input": { "tensor": "image", "shape": [1, 1, 32, 32] },
        "preprocessing": { "resampleMm": 0.1, "analysisMm": 0.4, "removeLowestFraction": 0.02, "claheGrid": [8, 8], "claheClipLimit": 100,
                           "size": 32, "mean": 120, "std": 60, "padValue": 0, "nominalWidthMm": 430 },
        "outputs": { "locations": "locations", "confidences": "confidences" },
        "classes": ["background", "a", "b"],
        "ssd": { "variances": [0.1, 0.1, 0.2, 0.2], "levels": [ { "cells": 2, "step": 16, "minSize": 8, "maxSize": 12, "ratios": [2, 3] } ] },
        "plausibility": [ { "names": ["a"], "mirrorToLeft": true, "mean": [0, 1], "inverseCovariance": [[1, 0], [0, 4]], "limit": 3 } ],
        "thresholds": { "landmark": { "a": 0.4 }, "marker": 0.5, "prosthesis": 0.5, "pelvis": 0.5 }
        """);

    private static JsonObject Spine() => Common(
        """
        "pipeline": "spine-ct", "name": "spine-ct", "decoder": "maskrcnn",
        "input": { "tensor": "image", "shape": [1, 3, 512, 512] },
        "preprocessing": { "pixelMm": 0.7, "windowWidth": 1000, "windowLevel": 350, "size": 512, "mean": [1, 2, 3], "std": [1, 1, 1],
                           "paddingValue": 0, "planeSpacingMm": 3.0, "kvpScale": { "80": 0.7, "100": 0.9, "120": 1, "140": 1.1 } },
        "outputs": { "boxes": "boxes", "scores": "scores", "labels": "labels", "masks": "masks", "densities": "densities" },
        "maskrcnn": { "maskSize": 56, "maskThreshold": 0.5, "erosions": 3, "nmsIou": 0.5 },
        "thresholds": { "vertebra": 0.5, "sacrum": 0.5, "mask": 0.5, "agreement": 0.7 }
        """);

    private static JsonObject Common(string own)
    {
        byte[] network = File.ReadAllBytes(TestModels.PathOf("ssd"));
        return JsonNode.Parse(
            $$"""
            { "schemaVersion": 1, "version": "1.0.0", "licence": "MIT",
              "file": { "name": "model.onnx", "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(network))}}", "bytes": {{network.Length}} },
              "training": { "commit": "abc", "seed": 1, "images": 7, "simulator": "v1", "data": "simulated" },
              {{own}} }
            """)!.AsObject();
    }
}
