using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Measurements of a row of bodies. Pure.</summary>
internal static class SpineMeasurements
{
    /// <summary>VBMD-TRAB and MEAN-HU of each body, then VBMD-L1L2 where levels are named.</summary>
    /// <param name="bodies">Bodies with densities, cranial to caudal.</param>
    /// <param name="source">Where densities come from.</param>
    /// <param name="unsure">Bodies whose three planes disagree: their densities are not judged and not averaged.</param>
    /// <param name="ranges">Limits by code.</param>
    public static List<Measurement> Of(IReadOnlyList<VertebraResult> bodies, DensitySource source, IReadOnlyList<bool> unsure, IReadOnlyDictionary<string, MeasurementRange> ranges)
    {
        var results = new List<Measurement>();
        for (int i = 0; i < bodies.Count; i++)
        {
            VertebraResult body = bodies[i];
            string? why = source.Unassessed ?? (Excludes(body) ? ReasonCodes.BodyExcluded : unsure[i] ? ReasonCodes.LowConfidence : null);
            results.Add(Judged(MeasurementCodes.TrabecularDensity, body.Bmd, body.Level, why, ranges));
            results.Add(Judged(MeasurementCodes.MeanHu, body.MeanHu, body.Level, null, ranges));
        }

        if (bodies.Any(b => b.Level is not null))
        {
            results.Add(MeanOfL1L2(bodies, source, unsure, ranges));
        }

        return results;
    }

    private static Measurement MeanOfL1L2(IReadOnlyList<VertebraResult> bodies, DensitySource source, IReadOnlyList<bool> unsure, IReadOnlyDictionary<string, MeasurementRange> ranges)
    {
        var pair = Enumerable.Range(0, bodies.Count).Where(i => bodies[i].Level is "L1" or "L2").ToList();
        string? absent = pair.Count < 2 ? ReasonCodes.NoVertebra
            : pair.Exists(i => Excludes(bodies[i]) || bodies[i].Bmd is null) ? ReasonCodes.BodyExcluded
            : null;
        double? value = absent is null ? pair.Average(i => bodies[i].Bmd!.Value) : null;
        string? why = absent ?? source.Unassessed ?? (pair.Exists(i => unsure[i]) ? ReasonCodes.LowConfidence : null);
        return Judged(MeasurementCodes.DensityL1L2, value, null, why, ranges);
    }

    /// <summary>Contrast is a reason of the whole series; the other flags speak of the body itself.</summary>
    private static bool Excludes(VertebraResult body) => body.Flags.Any(f => f != BodyFlags.Contrast);

    private static Measurement Judged(string code, double? value, string? level, string? unassessed, IReadOnlyDictionary<string, MeasurementRange> ranges)
    {
        ranges.TryGetValue(code, out MeasurementRange? range);
        return new Measurement
        {
            Code = code, Value = value, Unit = MeasurementCodes.Unit(code), Level = level, Range = range?.ToList(), RangeSource = range?.Source,
            Normality = unassessed is null && value is double v && range is not null ? range.Judge(v) : Normality.NotAssessed,
            Reason = unassessed,
        };
    }
}
