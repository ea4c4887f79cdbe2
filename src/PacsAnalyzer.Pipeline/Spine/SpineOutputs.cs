namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>The network's five outputs of one picture, K places each.</summary>
internal sealed record SpineOutputs(float[] Boxes, float[] Scores, float[] Labels, float[] Masks, float[] Densities);
