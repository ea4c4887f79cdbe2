namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>A box of one class with its softmax probability.</summary>
internal readonly record struct Detection(int Class, double Probability, Box Box);
