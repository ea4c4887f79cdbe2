namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Absolute errors of one quantity.</summary>
/// <param name="Name">Landmark, or <c>all</c>.</param>
/// <param name="Count">Values compared.</param>
/// <param name="Missed">True values without an answer.</param>
/// <param name="Mean">Mean.</param>
/// <param name="MeanLow">Lower end of the mean's 95 % interval (bootstrap).</param>
/// <param name="MeanHigh">Upper end.</param>
/// <param name="Median">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="Maximum">Greatest.</param>
public sealed record ErrorSummary(string Name, int Count, int Missed, double Mean, double MeanLow, double MeanHigh, double Median, double P95, double Maximum)
{
    /// <summary>Summarises errors.</summary>
    public static ErrorSummary Of(string name, IReadOnlyList<double> errors, int missed)
    {
        ArgumentNullException.ThrowIfNull(errors);
        (double low, double high) = Statistics.BootstrapMean(errors);
        return new ErrorSummary(name, errors.Count, missed, errors.Count == 0 ? double.NaN : errors.Average(), low, high,
            Statistics.Percentile(errors, 50), Statistics.Percentile(errors, 95), errors.Count == 0 ? double.NaN : errors.Max());
    }
}
