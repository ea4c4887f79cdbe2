using System.Runtime.InteropServices;
using System.Text.Json;
using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Pelvis;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Tests.Support;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

/// <summary>Against the cases that training/common/golden.py writes.</summary>
public sealed class GoldenPelvisTests
{
    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name);

    private static float[] Floats(string file) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();

    [Fact]
    public void The_steps_of_the_pre_processing_agree()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder("pelvis-preprocess"), "case.json")));
        JsonElement c = json.RootElement, steps = c.GetProperty("steps");
        ushort[] raw = MemoryMarshal.Cast<byte, ushort>(File.ReadAllBytes(Path.Combine(Folder("pelvis-preprocess"), "input.u16"))).ToArray();
        int rows = c.GetProperty("input").GetProperty("rows").GetInt32(), columns = c.GetProperty("input").GetProperty("columns").GetInt32();
        double sx = c.GetProperty("spacingMm").GetProperty("column").GetDouble(), sy = c.GetProperty("spacingMm").GetProperty("row").GetDouble();
        PelvisPreprocessing constants = PelvisManifests.Plain.Preprocessing;
        var film = new PlaneF([.. raw.Select(v => (float)v)], columns, rows);
        PlaneF analysis = AxisFilter.Apply(film,
            AxisFilter.LinearThenMean(columns, FilmPreparation.FineLength(columns, sx, 0.1), 4), AxisFilter.LinearThenMean(rows, FilmPreparation.FineLength(rows, sy, 0.1), 4));
        Compare(steps, "analysis", analysis.Values, analysis.Width, 0.05, 0);
        Plane8 bytes = ByteScaling.Apply(analysis, constants.RemoveLowestFraction);
        Compare(steps, "bytes", [.. bytes.Values.Select(v => (float)v)], bytes.Width, 1, 0.001);
        PreparedFilm prepared = FilmPreparation.Prepare(film, (sx, sy), constants);
        Compare(steps, "equalised", [.. prepared.Equalised.Values.Select(v => (float)v)], prepared.Equalised.Width, 6, 0.003);
        Compare(steps, "network", prepared.Network, 512, 6, 0.01);
        prepared.ScaleX.ShouldBe(c.GetProperty("scale")[0].GetDouble(), 1e-12);
        prepared.ScaleY.ShouldBe(c.GetProperty("scale")[1].GetDouble(), 1e-12);
        prepared.Factor.ShouldBe(c.GetProperty("factor").GetDouble(), 1e-12);
    }

    [Fact]
    public void The_measurements_agree()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder("pelvis-measure"), "cases.json")));
        foreach (JsonElement c in json.RootElement.EnumerateArray())
        {
            Dictionary<string, Point2> points = c.GetProperty("landmarks").EnumerateObject().ToDictionary(l => l.Name, l => new Point2(l.Value[0].GetDouble(), l.Value[1].GetDouble()));
            string[] sides = [.. c.GetProperty("sides").EnumerateArray().Select(s => s.GetString()!)];
            (double, double)? mm = c.GetProperty("spacingMm") is { ValueKind: JsonValueKind.Array } s ? (s[0].GetDouble(), s[1].GetDouble()) : null;
            List<Measurement> measured = HipMeasurements.Measure(points, new HipSides(sides.Contains("L"), sides.Contains("R"), true, ""), mm,
                mm is null ? SpacingSource.None : SpacingSource.Calibrated, MeasurementCodes.DefaultRanges);
            foreach (Measurement wanted in c.GetProperty("measurements").Deserialize<List<Measurement>>(ResultJson.Options)!)
            {
                Measurement found = measured.Single(m => m.Code == wanted.Code && m.Side == wanted.Side);
                (found.Value is null).ShouldBe(wanted.Value is null);
                found.Normality.ShouldBe(wanted.Normality);
                if (wanted.Value is double value)
                {
                    found.Value!.Value.ShouldBe(value, 1e-9);
                }
            }
        }
    }

    /// <summary>All values within a bound, and few of them apart by more than a thousandth of the range.</summary>
    private static void Compare(JsonElement steps, string name, float[] values, int width, double bound, double shareApart)
    {
        JsonElement step = steps.GetProperty(name);
        int every = step.GetProperty("every").GetInt32(), storedColumns = step.GetProperty("storedColumns").GetInt32();
        step.GetProperty("columns").GetInt32().ShouldBe(width);
        float[] golden = Floats(Path.Combine(Folder("pelvis-preprocess"), name + ".f32"));
        int apart = 0;
        for (int i = 0; i < golden.Length; i++)
        {
            double difference = Math.Abs(golden[i] - values[(i / storedColumns * every * width) + (i % storedColumns * every)]);
            difference.ShouldBeLessThanOrEqualTo(bound, name);
            apart += difference > 0.5 ? 1 : 0;
        }

        ((double)apart / golden.Length).ShouldBeLessThanOrEqualTo(shareApart, name);
    }
}
