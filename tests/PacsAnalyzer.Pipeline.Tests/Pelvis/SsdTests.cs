using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Pelvis;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

public sealed class SsdTests
{
    private static readonly SsdLevel[] Levels =
    [
        new() { Cells = 2, Step = 8, MinSize = 4, MaxSize = 9, Ratios = [2] },
        new() { Cells = 1, Step = 16, MinSize = 9, MaxSize = 16, Ratios = [2, 3] },
    ];

    [Fact]
    public void Priors_are_ordered_level_row_column_prior()
    {
        Box[] priors = SsdPriors.Create(Levels);
        priors.Length.ShouldBe((4 * 4) + 6);
        priors[0].ShouldBe(new Box(4, 4, 4, 4));
        priors[1].Width.ShouldBe(6, 1e-12);
        priors[2].Width.ShouldBe(4 * Math.Sqrt(2), 1e-12);
        priors[2].Height.ShouldBe(4 / Math.Sqrt(2), 1e-12);
        priors[3].Width.ShouldBe(4 / Math.Sqrt(2), 1e-12);
        priors[4].Centre.ShouldBe(new Point2(12, 4));
        priors[8].Centre.ShouldBe(new Point2(4, 12));
        priors[16].ShouldBe(new Box(8, 8, 9, 9));
    }

    [Fact]
    public void Offsets_decode_with_variances()
    {
        Box box = SsdPriors.Decode(new Box(10, 20, 4, 8), [5, -2.5f, 1, 0], [0.1, 0.1, 0.2, 0.2]);
        box.CentreX.ShouldBe(12, 1e-6);
        box.CentreY.ShouldBe(18, 1e-6);
        box.Width.ShouldBe(4 * Math.Exp(0.2), 1e-6);
        box.Height.ShouldBe(8, 1e-6);
    }

    [Fact]
    public void Softmax_survives_large_logits()
    {
        Span<double> p = stackalloc double[3];
        SsdDecoder.Softmax([1000, 1000, -1000], p);
        p[0].ShouldBe(0.5, 1e-12);
        p[2].ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Suppression_keeps_the_best_of_each_class()
    {
        Detection a = new(1, 0.9, new Box(10, 10, 10, 10)), b = new(1, 0.8, new Box(11, 10, 10, 10)), c = new(2, 0.7, new Box(10, 10, 10, 10)), d = new(1, 0.6, new Box(40, 10, 10, 10));
        SsdDecoder.Suppress([b, d, a, c], 0.5).ShouldBe([a, c, d]);
        SsdDecoder.Best([b, d, a], 1, box => box.CentreX > 20).ShouldBe(d);
    }

    [Fact]
    public void Outputs_of_another_size_are_refused_with_numbers() =>
        Should.Throw<InvalidDataException>(() => SsdDecoder.Decode(new float[8], new float[4], 2, SsdPriors.Create(Levels), [0.1, 0.1, 0.2, 0.2], 0.1)).Message.ShouldContain("22 priors");
}
