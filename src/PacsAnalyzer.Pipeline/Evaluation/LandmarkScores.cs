using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Landmark errors in millimetres of the object plane.</summary>
internal static class LandmarkScores
{
    /// <summary>Summaries by landmark, then <c>all</c>. Cases that were refused count as missed; cases without a true spacing are left out.</summary>
    public static List<ErrorSummary> Of(IReadOnlyList<CaseRecord> cases)
    {
        var errors = new SortedDictionary<string, (List<double> Errors, int Missed)>(StringComparer.Ordinal);
        foreach (CaseRecord record in cases.Where(c => c.Truth.Expect.Status == AnalysisStatus.Measured && c.Truth.Spacing is { Mm.Count: 2 }))
        {
            IReadOnlyList<double> mm = record.Truth.Spacing!.Mm;
            foreach (Landmark wanted in record.Truth.Landmarks)
            {
                string name = wanted.Name.Replace("cup2.", "cup.", StringComparison.Ordinal).Replace("contralateral2.", "contralateral.", StringComparison.Ordinal);
                (List<double> list, int missed) = errors.GetValueOrDefault(name, ([], 0));
                Landmark? found = record.Result.Landmarks.FirstOrDefault(l => l.Name == wanted.Name);
                if (found is null)
                {
                    missed++;
                }
                else
                {
                    list.Add(Math.Sqrt(Math.Pow((found.Column - wanted.Column) * mm[1], 2) + Math.Pow((found.Row - wanted.Row) * mm[0], 2)));
                }

                errors[name] = (list, missed);
            }
        }

        List<ErrorSummary> summaries = [.. errors.Select(e => ErrorSummary.Of(e.Key, e.Value.Errors, e.Value.Missed))];
        if (summaries.Count > 0)
        {
            summaries.Add(ErrorSummary.Of("all", [.. errors.Values.SelectMany(e => e.Errors)], errors.Values.Sum(e => e.Missed)));
        }

        return summaries;
    }
}
