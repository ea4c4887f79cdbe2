using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>Matches bodies with true ones by overlap.</summary>
internal static class VertebraScores
{
    private const double FoundDice = 0.5;

    /// <summary>Summary over cases that must be measured; null where none holds bodies.</summary>
    public static VertebraSummary? Of(IReadOnlyList<CaseRecord> cases)
    {
        int wanted = 0, wrong = 0, named = 0, right = 0, unnamed = 0, densityMissed = 0, huMissed = 0;
        var dice = new List<double>();
        var densities = new List<ValuePair>();
        var attenuations = new List<ValuePair>();
        foreach (CaseRecord record in cases.Where(c => c.Truth.Expect.Status == AnalysisStatus.Measured))
        {
            var free = record.Result.Vertebrae.ToList();
            foreach (VertebraResult truth in record.Truth.Vertebrae)
            {
                wanted++;
                (VertebraResult? body, double overlap) = Best(free, truth, record.Result.Spacing);
                if (body is null || overlap < FoundDice)
                {
                    densityMissed += truth.Bmd is null ? 0 : 1;
                    huMissed += truth.MeanHu is null ? 0 : 1;
                    continue;
                }

                free.Remove(body);
                dice.Add(overlap);
                Pair(densities, body.Bmd, truth.Bmd);
                Pair(attenuations, body.MeanHu, truth.MeanHu);
                if (truth.Level is not null)
                {
                    named += body.Level is null ? 0 : 1;
                    unnamed += body.Level is null ? 1 : 0;
                    right += body.Level == truth.Level ? 1 : 0;
                }
            }

            wrong += free.Count(b => !b.Flags.Contains("CUT_OFF"));
        }

        if (wanted == 0)
        {
            return null;
        }

        (double low, double high) = Statistics.BootstrapMean(dice);
        return new VertebraSummary(wanted, dice.Count, wrong, 2.0 * dice.Count / (wanted + dice.Count + wrong),
            dice.Count == 0 ? double.NaN : dice.Average(), Statistics.Percentile(dice, 50), dice.Sum() / wanted, low, high, named, right, unnamed,
            AgreementSummary.Of("bmd", densities, densityMissed), AgreementSummary.Of("meanHu", attenuations, huMissed));
    }

    private static void Pair(List<ValuePair> pairs, double? measured, double? truth)
    {
        if (measured is double m && truth is double t)
        {
            pairs.Add(new ValuePair(m, t, null));
        }
    }

    private static (VertebraResult? Body, double Dice) Best(List<VertebraResult> bodies, VertebraResult truth, SpacingInfo? spacing)
    {
        VertebraResult? best = null;
        double most = 0;
        foreach (VertebraResult body in bodies)
        {
            double dice = Overlap(body, truth, spacing);
            if (dice > most)
            {
                most = dice;
                best = body;
            }
        }

        return (best, most);
    }

    private static double Overlap(VertebraResult body, VertebraResult truth, SpacingInfo? spacing)
    {
        if (truth.PolygonPixels is { } wanted && body.PolygonPixels is { } found && spacing is { Mm.Count: 2 })
        {
            (double, double)[] Scale(PixelPolygon p) => [.. p.Points.Select(q => (q[0] * spacing.Mm[1], q[1] * spacing.Mm[0]))];
            return PolygonOverlap.Dice(Scale(found), Scale(wanted));
        }

        static (double, double)[] Project(VertebraResult v) => [.. v.PolygonPatientMm.Select(p => (p[1], p[2]))];
        return PolygonOverlap.Dice(Project(body), Project(truth));
    }
}
