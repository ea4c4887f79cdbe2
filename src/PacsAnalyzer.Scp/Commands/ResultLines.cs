using System.Globalization;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Scp.Commands;

/// <summary>A result as lines of text.</summary>
internal static class ResultLines
{
    /// <summary>One line with status and reasons, then one a measurement.</summary>
    public static IEnumerable<string> Of(AnalysisResult result)
    {
        string reasons = string.Join("; ", result.Reasons.Select(r => $"{r.Code}: {r.Text}"));
        yield return $"{result.SeriesInstanceUid}: {result.Pipeline} {result.Status}{(reasons.Length > 0 ? $" ({reasons})" : "")}";
        foreach (Measurement m in result.Measurements)
        {
            string value = m.Value is { } v ? v.ToString("0.0", CultureInfo.InvariantCulture) + " " + m.Unit : "absent";
            yield return $"  {m.Code,-10} {m.Level ?? m.Side ?? "",-4} {value,-16} {m.Normality}{(m.Reason is null ? "" : $" ({m.Reason})")}";
        }
    }
}
