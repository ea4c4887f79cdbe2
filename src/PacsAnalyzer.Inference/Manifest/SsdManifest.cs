namespace PacsAnalyzer.Inference;

/// <summary>Manifest of a landmark detector: decoder "ssd", pipeline "pelvis-ap".</summary>
public sealed record SsdManifest : ModelManifest
{
    /// <summary>The decoder's name.</summary>
    public const string DecoderName = "ssd";

    /// <summary>Constants of pre-processing.</summary>
    public required PelvisPreprocessing Preprocessing { get; init; }

    /// <summary>Names of the outputs.</summary>
    public required SsdOutputs Outputs { get; init; }

    /// <summary>Class names by index: "background", the landmarks, then the markers.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The prior boxes.</summary>
    public required SsdParameters Ssd { get; init; }

    /// <summary>The second stage; null where there is none.</summary>
    public RefineStage? Refine { get; init; }

    /// <summary>Distributions that a landmark set must agree with; may be empty.</summary>
    public IReadOnlyList<PlausibilityGroup> Plausibility { get; init; } = [];

    /// <summary>Limits of confidence.</summary>
    public required PelvisThresholds Thresholds { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<ModelFile> Files => Refine is null ? [File] : [File, Refine.File];

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, int>> OutputRanks => [new(Outputs.Locations, 3), new(Outputs.Confidences, 3)];

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems()
    {
        IEnumerable<string> own = Preprocessing.Problems().Concat(Ssd.Problems());
        if (InputProblem(1, Preprocessing.Size) is { } wrongInput)
        {
            own = own.Append(wrongInput);
        }

        if (Classes.Count < 2 || Classes[0] != "background")
        {
            own = own.Append("classes must begin with \"background\" and name at least one landmark");
        }

        if (Classes.Distinct().Count() != Classes.Count)
        {
            own = own.Append("classes names one thing twice");
        }

        if (Refine is not null)
        {
            own = own.Concat(Refine.Problems(Classes));
        }

        return base.Problems().Concat(own).Concat(Plausibility.SelectMany((group, i) => group.Problems(i, Classes)));
    }
}
