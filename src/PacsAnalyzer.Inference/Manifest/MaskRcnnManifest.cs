namespace PacsAnalyzer.Inference;

/// <summary>Manifest of a vertebra segmenter: decoder "maskrcnn", pipeline "spine-ct".</summary>
public sealed record MaskRcnnManifest : ModelManifest
{
    /// <summary>The decoder's name.</summary>
    public const string DecoderName = "maskrcnn";

    /// <summary>Constants of pre-processing.</summary>
    public required SpinePreprocessing Preprocessing { get; init; }

    /// <summary>Names of the outputs.</summary>
    public required MaskRcnnOutputs Outputs { get; init; }

    /// <summary>Constants of decoding.</summary>
    public required MaskRcnnParameters MaskRcnn { get; init; }

    /// <summary>Limits of confidence.</summary>
    public required SpineThresholds Thresholds { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, int>> OutputRanks =>
        [new(Outputs.Boxes, 2), new(Outputs.Scores, 1), new(Outputs.Labels, 1), new(Outputs.Masks, 3), new(Outputs.Densities, 1)];

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems()
    {
        IEnumerable<string> all = base.Problems().Concat(Preprocessing.Problems()).Concat(MaskRcnn.Problems());
        return InputProblem(Preprocessing.Mean.Count, Preprocessing.Size) is { } wrong ? all.Append(wrong) : all;
    }
}
