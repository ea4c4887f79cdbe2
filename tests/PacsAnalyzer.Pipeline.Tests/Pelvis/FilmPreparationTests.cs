using System.Text.Json;
using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Pelvis;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

public sealed class FilmPreparationTests
{
    private static readonly PelvisPreprocessing Constants = new()
    {
        ResampleMm = 0.1, AnalysisMm = 0.4, RemoveLowestFraction = 0.02, ClaheGrid = [8, 8], ClaheClipLimit = 100, Size = 512, Mean = 0, Std = 1, PadValue = 0, NominalWidthMm = 430,
    };

    public static TheoryData<int> Cases => [0, 1, 2];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_step_agrees_with_the_python_reference(int index)
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "pelvis-preparation.json")));
        JsonElement g = golden.RootElement[index];
        int width = g.GetProperty("width").GetInt32(), height = g.GetProperty("height").GetInt32();
        (double, double)? spacing = g.GetProperty("spacing") is { ValueKind: JsonValueKind.Array } s ? (s[0].GetDouble(), s[1].GetDouble()) : null;
        PreparedFilm film = FilmPreparation.Prepare(Film(width, height), spacing, Constants);
        film.Equalised.Width.ShouldBe(g.GetProperty("analysisWidth").GetInt32());
        film.Equalised.Height.ShouldBe(g.GetProperty("analysisHeight").GetInt32());
        film.ScaleX.ShouldBe(g.GetProperty("scaleX").GetDouble(), 1e-12);
        film.ScaleY.ShouldBe(g.GetProperty("scaleY").GetDouble(), 1e-12);
        film.Factor.ShouldBe(g.GetProperty("factor").GetDouble(), 1e-12);

        // Fusing the two resamplings changes the last bits, so a grey value at the edge of a bin may round the other way.
        JsonElement rows = g.GetProperty("equalised");
        int stepY = Math.Max(1, film.Equalised.Height / 24), stepX = Math.Max(1, film.Equalised.Width / 24), different = 0, all = 0;
        for (int r = 0; r < rows.GetArrayLength(); r++)
        {
            for (int c = 0; c < rows[r].GetArrayLength(); c++, all++)
            {
                int difference = Math.Abs(rows[r][c].GetInt32() - film.Equalised.Values[(r * stepY * film.Equalised.Width) + (c * stepX)]);
                difference.ShouldBeLessThanOrEqualTo(3);
                different += difference > 0 ? 1 : 0;
            }
        }

        different.ShouldBeLessThan(Math.Max(2, all / 50));
        JsonElement points = g.GetProperty("points"), network = g.GetProperty("network");
        for (int i = 0; i < points.GetArrayLength(); i++)
        {
            film.Network[(points[i][1].GetInt32() * 512) + points[i][0].GetInt32()].ShouldBe((float)network[i].GetDouble(), 2f);
        }

        film.Network.Average(v => (double)v).ShouldBe(g.GetProperty("networkMean").GetDouble(), 0.05);
    }

    [Fact]
    public void One_fused_filter_equals_linear_to_a_tenth_and_the_mean_of_four()
    {
        // The proof in numbers: two-step, in double precision, on a line.
        const int Count = 37, Fine = 62;
        double[] line = [.. Enumerable.Range(0, Count).Select(i => (double)((i * i * 31) % 97))];
        double[] fine = [.. Enumerable.Range(0, Fine).Select(i =>
        {
            double at = Math.Clamp(((i + 0.5) * Count / Fine) - 0.5, 0, Count - 1);
            int low = Math.Min((int)at, Count - 2);
            return line[low] + ((at - low) * (line[low + 1] - line[low]));
        })];
        AxisFilter filter = AxisFilter.LinearThenMean(Count, Fine, 4);
        PlaneF result = AxisFilter.Apply(new PlaneF([.. line.Select(v => (float)v)], Count, 1), filter, AxisFilter.LinearThenMean(1, 4, 4));
        result.Width.ShouldBe(Fine / 4);
        for (int i = 0; i < result.Width; i++)
        {
            ((double)result[i, 0]).ShouldBe(fine.Skip(4 * i).Take(4).Average(), 1e-4);
        }
    }

    [Fact]
    public void A_point_goes_to_the_network_and_back_exactly()
    {
        PreparedFilm film = FilmPreparation.Prepare(Film(413, 377), (0.161, 0.143), Constants);
        var p = new PacsAnalyzer.Pipeline.Geometry.Point2(123.4, 56.7);
        var back = film.AnalysisToFilm(film.NetworkToAnalysis(film.AnalysisToNetwork(film.FilmToAnalysis(p))));
        back.X.ShouldBe(p.X, 1e-9);
        back.Y.ShouldBe(p.Y, 1e-9);
    }

    [Fact]
    public void The_second_percentile_is_linear_between_ranks() =>
        ByteScaling.Quantile([5, 1, 3, 2, 4], 0.3).ShouldBe(2.2, 1e-12);

    [Fact]
    public void Clipping_spreads_the_excess_evenly()
    {
        // All 1,000 pixels in one bin, limit 100: 900 left over, 3 for each bin and 1 more for each second of the first 132 x ... bins.
        var histogram = new int[256];
        histogram[10] = 1000;
        float[] map = AdaptiveEqualisation.Map(histogram, 100, 1000);
        histogram.Sum().ShouldBe(1000);
        histogram[10].ShouldBe(104);
        histogram[11].ShouldBe(4);
        map[255].ShouldBe(255);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    [InlineData(5, 3)]
    [InlineData(8, 0)]
    [InlineData(9, 1)]
    public void Padding_reflects_without_repeating_the_edge(int index, int expected) => AdaptiveEqualisation.Reflect(index, 5).ShouldBe(expected);

    private static PlaneF Film(int width, int height)
    {
        var values = new float[width * height];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                values[(y * width) + x] = ((x * 7) + (y * 13) + (x * y % 101 * 5) + (((x / 9) ^ (y / 7)) * 37)) % 4096;
            }
        }

        return new PlaneF(values, width, height);
    }
}
