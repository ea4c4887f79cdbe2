namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Agreement of measured with true values (Bland and Altman), and of the judgements.</summary>
/// <param name="Code">Measurement code.</param>
/// <param name="Count">Pairs.</param>
/// <param name="Missed">True values without an answer.</param>
/// <param name="MeanAbsolute">Mean absolute error.</param>
/// <param name="MedianAbsolute">Median absolute error.</param>
/// <param name="Rmse">Root mean square error.</param>
/// <param name="Bias">Mean of measured minus true.</param>
/// <param name="BiasLow">Lower end of the bias' 95 % interval (normal).</param>
/// <param name="BiasHigh">Upper end.</param>
/// <param name="LowerLimit">Lower limit of agreement, bias - 1.96 SD.</param>
/// <param name="UpperLimit">Upper limit of agreement.</param>
/// <param name="Correlation">Pearson's r.</param>
/// <param name="Judged">Pairs in which both values are judged against a range.</param>
/// <param name="SameJudgement">Of these, equal ones.</param>
public sealed record AgreementSummary(string Code, int Count, int Missed, double MeanAbsolute, double MedianAbsolute, double Rmse, double Bias, double BiasLow, double BiasHigh,
    double LowerLimit, double UpperLimit, double Correlation, int Judged, int SameJudgement)
{
    /// <summary>Summarises pairs of measured and true values.</summary>
    public static AgreementSummary Of(string code, IReadOnlyList<ValuePair> pairs, int missed)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        double[] differences = [.. pairs.Select(p => p.Measured - p.True)];
        double[] absolute = [.. differences.Select(Math.Abs)];
        double bias = differences.Length == 0 ? double.NaN : differences.Average();
        double deviation = Statistics.Deviation(differences), half = 1.959964 * deviation / Math.Sqrt(Math.Max(1, differences.Length));
        ValuePair[] judged = [.. pairs.Where(p => p.SameJudgement is not null)];
        return new AgreementSummary(code, pairs.Count, missed,
            absolute.Length == 0 ? double.NaN : absolute.Average(), Statistics.Percentile(absolute, 50),
            differences.Length == 0 ? double.NaN : Math.Sqrt(differences.Average(d => d * d)), bias, bias - half, bias + half,
            bias - (1.96 * deviation), bias + (1.96 * deviation),
            Statistics.Correlation([.. pairs.Select(p => p.Measured)], [.. pairs.Select(p => p.True)]), judged.Length, judged.Count(p => p.SameJudgement == true));
    }
}
