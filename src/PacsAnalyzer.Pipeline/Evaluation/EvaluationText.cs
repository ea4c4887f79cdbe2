using System.Globalization;
using System.Text;

namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Tables of a report in plain text.</summary>
public static class EvaluationText
{
    /// <summary>All tables.</summary>
    public static string Write(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        foreach (GroupScores scores in report.Scores)
        {
            text.AppendLine().AppendLine(I($"{scores.Pipeline}, {scores.Group}: {scores.Cases} cases, {scores.Passed} as their truth allows, {scores.MeanMilliseconds:0} ms a case"));
            Table(text, ["expected", "found", "cases"], scores.Outcomes.Select(o => (string[])[o.Expected, o.Got, I($"{o.Count}")]));
            if (scores.Landmarks.Count > 0)
            {
                Table(text, ["landmark error, mm", "n", "missed", "mean (95 % CI)", "median", "p95", "max"], scores.Landmarks.Select(e =>
                    (string[])[e.Name, I($"{e.Count}"), I($"{e.Missed}"), I($"{e.Mean:0.00} ({e.MeanLow:0.00} to {e.MeanHigh:0.00})"), I($"{e.Median:0.00}"), I($"{e.P95:0.00}"), I($"{e.Maximum:0.00}")]));
            }

            if (scores.Vertebrae is { } v)
            {
                Bodies(text, v);
            }

            if (scores.Values.Count > 0)
            {
                Table(text, ["value", "n", "missed", "mean abs", "median abs", "RMSE", "bias (95 % CI)", "limits of agreement", "r", "risk call"], scores.Values.Select(Row));
            }
        }

        foreach (CaseFailure failure in report.Failures)
        {
            text.AppendLine(I($"not as expected: {failure.Case}: {string.Join("; ", failure.Problems)}"));
        }

        foreach (CaseFailure skipped in report.Skipped)
        {
            text.AppendLine(I($"skipped: {skipped.Case}: {string.Join("; ", skipped.Problems)}"));
        }

        return text.ToString();
    }

    private static void Bodies(StringBuilder text, VertebraSummary v)
    {
        Table(text, ["bodies", "found", "false", "F1", "Dice mean (95 % CI)", "Dice median", "Dice, missed as 0", "levels right", "unnamed"],
        [[
            I($"{v.True}"), I($"{v.Found}"), I($"{v.False}"), I($"{v.F1:0.000}"), I($"{v.MeanDice:0.000} ({v.DiceLow:0.000} to {v.DiceHigh:0.000})"), I($"{v.MedianDice:0.000}"), I($"{v.MeanDiceAll:0.000}"),
            I($"{v.NamedRight}/{v.Named}"), I($"{v.Unnamed}"),
        ]]);
        Table(text, ["of found bodies", "n", "missed", "mean abs", "median abs", "RMSE", "bias (95 % CI)", "limits of agreement", "r", "risk call"], [Row(v.Density), Row(v.Hu)]);
    }

    private static string[] Row(AgreementSummary a)
    {
        (double low, double high) = Statistics.Wilson(a.SameJudgement, a.Judged);
        return
        [
            a.Code, I($"{a.Count}"), I($"{a.Missed}"), I($"{a.MeanAbsolute:0.00}"), I($"{a.MedianAbsolute:0.00}"), I($"{a.Rmse:0.00}"), I($"{a.Bias:0.00} ({a.BiasLow:0.00} to {a.BiasHigh:0.00})"),
            I($"{a.LowerLimit:0.00} to {a.UpperLimit:0.00}"), I($"{a.Correlation:0.000}"),
            a.Judged == 0 ? "-" : I($"{a.SameJudgement}/{a.Judged} = {100.0 * a.SameJudgement / a.Judged:0.0} % ({100 * low:0} to {100 * high:0})"),
        ];
    }

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> rows)
    {
        List<string[]> all = [head, .. rows];
        int[] widths = [.. Enumerable.Range(0, head.Length).Select(c => all.Max(r => r[c].Length))];
        foreach (string[] row in all)
        {
            text.Append("  ").AppendLine(string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
        }
    }

    private static string I(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
