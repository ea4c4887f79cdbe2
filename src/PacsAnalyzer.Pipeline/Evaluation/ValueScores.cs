using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Agreement of measurements with their truth.</summary>
internal static class ValueScores
{
    /// <summary>A summary for each code, cases that must be measured only. True judgements are made with the ranges of the result.</summary>
    public static List<AgreementSummary> Of(IReadOnlyList<CaseRecord> cases)
    {
        var pairs = new SortedDictionary<string, (List<ValuePair> Pairs, int Missed)>(StringComparer.Ordinal);
        foreach (CaseRecord record in cases.Where(c => c.Truth.Expect.Status == AnalysisStatus.Measured))
        {
            foreach (Measurement wanted in record.Truth.Measurements.Where(m => m.Value is not null))
            {
                (List<ValuePair> list, int missed) = pairs.GetValueOrDefault(wanted.Code, ([], 0));
                Measurement? found = record.Result.Measurements.FirstOrDefault(m => m.Code == wanted.Code && m.Side == wanted.Side && m.Level == wanted.Level);
                if (found?.Value is double value)
                {
                    bool? same = found.Normality == Normality.NotAssessed || found.Range is not { Count: 2 } range ? null
                        : new MeasurementRange(range[0], range[1], "").Judge(wanted.Value!.Value) == found.Normality;
                    list.Add(new ValuePair(value, wanted.Value!.Value, same));
                }
                else
                {
                    missed++;
                }

                pairs[wanted.Code] = (list, missed);
            }
        }

        return [.. pairs.Select(p => AgreementSummary.Of(p.Key, p.Value.Pairs, p.Value.Missed))];
    }
}
