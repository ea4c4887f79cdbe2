namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>A measured and a true value.</summary>
/// <param name="Measured">Measured.</param>
/// <param name="True">True.</param>
/// <param name="SameJudgement">Whether both are judged alike; null where one is not judged.</param>
public readonly record struct ValuePair(double Measured, double True, bool? SameJudgement);
