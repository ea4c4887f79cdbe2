namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>One output level of the detector; sizes in network pixels.</summary>
internal sealed record SsdLevel(int Cells, double Step, double MinSize, double MaxSize, IReadOnlyList<double> Ratios);
