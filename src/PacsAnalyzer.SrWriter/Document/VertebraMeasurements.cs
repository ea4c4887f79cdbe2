using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Which measurement belongs to which vertebral body.</summary>
internal static class VertebraMeasurements
{
    /// <summary>Measurements of one body carry its level; those of unnamed bodies carry none and come in the order of the bodies.</summary>
    /// <param name="result">The result.</param>
    /// <param name="rest">Measurements of no single body.</param>
    /// <returns>The measurements of each body, in the order of the result.</returns>
    internal static IReadOnlyList<IReadOnlyList<Measurement>> Assign(AnalysisResult result, out IReadOnlyList<Measurement> rest)
    {
        List<Measurement>[] own = [.. result.Vertebrae.Select(_ => new List<Measurement>())];
        var others = new List<Measurement>();
        foreach (Measurement measurement in result.Measurements)
        {
            int body = IsOfOneBody(measurement.Code)
                ? Enumerable.Range(0, own.Length).FirstOrDefault(i => result.Vertebrae[i].Level == measurement.Level && own[i].All(m => m.Code != measurement.Code), -1)
                : -1;
            (body < 0 ? others : own[body]).Add(measurement);
        }

        rest = others;
        return own;
    }

    private static bool IsOfOneBody(string code) => code is "VBMD-TRAB" or "MEAN-HU";
}
