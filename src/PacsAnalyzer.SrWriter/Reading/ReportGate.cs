using System.Globalization;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Document;

namespace PacsAnalyzer.SrWriter.Reading;

/// <summary>The outgoing gate: decodes a report and compares it with the result that it is meant to tell.</summary>
public static class ReportGate
{
    /// <summary>Coordinates are single-precision in a report.</summary>
    private const double CoordinateTolerance = 1e-3;

    /// <summary>Compares.</summary>
    /// <param name="report">Data set of the report, as it will be sent.</param>
    /// <param name="result">The result as it is stored.</param>
    /// <returns>What differs, a line each, without patient data; empty where all is told.</returns>
    public static IReadOnlyList<string> Check(DicomDataset report, AnalysisResult result)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(result);
        DecodedReport told;
        try
        {
            told = SrReader.Read(report);
        }
        catch (Exception e) when (e is DicomDataException or ArgumentException or FormatException)
        {
            return [$"The report cannot be read: {e.Message}"];
        }

        var found = new List<string>();
        Equal(found, "Study Instance UID", told.StudyInstanceUid, result.StudyInstanceUid);
        Equal(found, "pipeline", told.Pipeline, result.Pipeline);
        Equal(found, "status", told.Status?.ToString(), result.Status.ToString());
        Equal(found, "reasons", string.Join(",", told.Reasons.Select(r => r.Code)), string.Join(",", result.Reasons.Select(r => r.Code)));
        if (told.ReferencedInstances.FirstOrDefault(uid => !told.Evidence.Contains(uid)) is { } stray)
        {
            found.Add($"Instance {stray} is referred to, but is not in the evidence sequence.");
        }

        if (result.Status == AnalysisStatus.Measured)
        {
            Measurements(found, told, result);
            Landmarks(found, told, result);
            Vertebrae(found, told, result);
        }
        else if (told.Measurements.Any())
        {
            found.Add("Nothing was measured, but the report has numbers.");
        }

        return found;
    }

    private static void Measurements(List<string> found, DecodedReport told, AnalysisResult result)
    {
        List<Measurement> left = [.. told.Measurements.Select(m => m.Value)];
        foreach (Measurement wanted in Ordered(result))
        {
            int index = left.FindIndex(m => m.Code == wanted.Code && m.Side == wanted.Side && m.Level == wanted.Level);
            if (index < 0)
            {
                found.Add($"{Key(wanted)} is missing.");
                continue;
            }

            Measurement got = left[index];
            left.RemoveAt(index);
            Equal(found, Key(wanted), Number(got.Value), Number(wanted.Value));
            Equal(found, Key(wanted) + " normality", got.Normality.ToString(), wanted.Normality.ToString());
            Equal(found, Key(wanted) + " reason", got.Reason, string.IsNullOrWhiteSpace(wanted.Reason) ? null : wanted.Reason);
            Equal(found, Key(wanted) + " limits", Limits(got.Range), Limits(wanted.Range));
            if (wanted.Value is not null)
            {
                Equal(found, Key(wanted) + " unit", got.Unit, wanted.Unit);
            }
        }

        found.AddRange(left.Select(extra => $"{Key(extra)} is in the report alone."));
    }

    /// <summary>Measurements in the order of the report: those of unnamed bodies differ by order alone.</summary>
    private static IEnumerable<Measurement> Ordered(AnalysisResult result)
    {
        IReadOnlyList<IReadOnlyList<Measurement>> own = VertebraMeasurements.Assign(result, out IReadOnlyList<Measurement> rest);
        return own.SelectMany(m => m).Concat(rest);
    }

    private static void Landmarks(List<string> found, DecodedReport told, AnalysisResult result)
    {
        Equal(found, "number of landmarks", Number(told.Landmarks.Count), Number(result.Landmarks.Count));
        foreach (Landmark wanted in result.Landmarks)
        {
            Landmark? got = told.Landmarks.FirstOrDefault(l => l.Name == wanted.Name);
            if (got is null || got.Side != wanted.Side || got.SopInstanceUid != wanted.SopInstanceUid || got.Confidence != wanted.Confidence
                || !Near(got.Column, wanted.Column) || !Near(got.Row, wanted.Row))
            {
                found.Add($"Landmark {wanted.Name} is missing or differs.");
            }
        }
    }

    private static void Vertebrae(List<string> found, DecodedReport told, AnalysisResult result)
    {
        Equal(found, "number of vertebral bodies", Number(told.Vertebrae.Count), Number(result.Vertebrae.Count));
        for (int i = 0; i < Math.Min(told.Vertebrae.Count, result.Vertebrae.Count); i++)
        {
            DecodedVertebra got = told.Vertebrae[i];
            VertebraResult wanted = result.Vertebrae[i];
            string name = $"vertebral body {i + 1}";
            Equal(found, name + " level", got.Level, wanted.Level);
            Equal(found, name + " area", Number(got.AreaMm2), Number(wanted.AreaMm2));
            Equal(found, name + " confidence", Number(got.Confidence), Number(wanted.Confidence));
            Equal(found, name + " flags", string.Join(",", got.Flags), string.Join(",", wanted.Flags));
            IReadOnlyList<double[]>? outline = wanted.PolygonPixels is { Points.Count: >= 3 } pixels && got.PolygonSopInstanceUid == pixels.SopInstanceUid ? pixels.Points
                : got.PolygonPatientMm.Count > 0 ? wanted.PolygonPatientMm : null;
            IReadOnlyList<double[]> drawn = got.PolygonPatientMm.Count > 0 ? got.PolygonPatientMm : got.PolygonPixels;
            if (outline is not null && !SameOutline(drawn, outline))
            {
                found.Add($"The outline of {name} differs.");
            }
        }
    }

    private static bool SameOutline(IReadOnlyList<double[]> closed, IReadOnlyList<double[]> wanted) =>
        closed.Count - wanted.Count is 0 or 1 && wanted.Select((point, i) => point.Zip(closed[i]).All(pair => Near(pair.First, pair.Second))).All(same => same);

    private static void Equal(List<string> found, string what, string? got, string? wanted)
    {
        if (got != wanted)
        {
            found.Add($"{what}: the report says '{got}', the result '{wanted}'.");
        }
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= CoordinateTolerance * Math.Max(1, Math.Abs(b) / 1000);

    private static string Key(Measurement m) => $"{m.Code} {m.Side ?? m.Level ?? ""}".TrimEnd();

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static string Limits(IReadOnlyList<double?>? range) =>
        range is not { Count: 2 } || (range[0] is null && range[1] is null) ? "" : $"{Number(range[0])}..{Number(range[1])}";
}
