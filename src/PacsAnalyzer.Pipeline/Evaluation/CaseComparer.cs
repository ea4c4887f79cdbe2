using System.Globalization;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Compares a result with the truth of its case, within the case's tolerance.</summary>
public static class CaseComparer
{
    /// <summary>Compares status, reason, and each true value whose code has a tolerance.</summary>
    public static CaseVerdict Compare(AnalysisResult result, CaseTruth truth)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(truth);
        var problems = new List<string>();
        if (result.Pipeline != truth.Pipeline)
        {
            problems.Add($"pipeline is {result.Pipeline}, expected {truth.Pipeline}");
        }

        string reasons = result.Reasons.Count == 0 ? "" : $" ({string.Join(", ", result.Reasons.Select(r => r.Code))})";
        if (result.Status != truth.Expect.Status)
        {
            problems.Add($"status is {result.Status}{reasons}, expected {truth.Expect.Status} {truth.Expect.Reason}".TrimEnd());
        }
        else if (truth.Expect.Reason is { } reason && result.Reasons.All(r => r.Code != reason))
        {
            problems.Add($"reasons are{reasons}, expected {reason}");
        }

        if (result.Status == AnalysisStatus.Measured && truth.Expect.Status == AnalysisStatus.Measured)
        {
            foreach (Measurement wanted in truth.Measurements)
            {
                if (wanted.Value is double value && truth.Tolerance.TryGetValue(wanted.Code, out double tolerance) && Differs(result, wanted, value, tolerance) is { } problem)
                {
                    problems.Add(problem);
                }
            }
        }

        return new CaseVerdict(problems.Count == 0, problems);
    }

    private static string? Differs(AnalysisResult result, Measurement wanted, double value, double tolerance)
    {
        string name = string.Join(' ', new[] { wanted.Code, wanted.Side, wanted.Level }.Where(p => p is not null));
        Measurement? found = result.Measurements.FirstOrDefault(m => m.Code == wanted.Code && m.Side == wanted.Side && m.Level == wanted.Level);
        return found is null ? $"{name} is missing"
            : found.Value is not double got ? $"{name} has no value ({found.Reason})"
            : Math.Abs(got - value) <= tolerance ? null
            : string.Create(CultureInfo.InvariantCulture, $"{name} is {got:0.0} {found.Unit}, expected {value:0.0} within {tolerance:0.0}");
    }
}
