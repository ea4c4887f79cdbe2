namespace PacsAnalyzer.Pipeline;

/// <summary>Names of the two pipelines; also the names of their model folders.</summary>
public static class PipelineNames
{
    /// <summary>Pelvis AP radiograph after total hip arthroplasty.</summary>
    public const string Pelvis = "pelvis-ap";

    /// <summary>Trabecular density of vertebrae on CT.</summary>
    public const string Spine = "spine-ct";
}
