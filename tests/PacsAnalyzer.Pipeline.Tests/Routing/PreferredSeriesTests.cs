using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Pipeline.Tests.Support;

namespace PacsAnalyzer.Pipeline.Tests.Routing;

public sealed class PreferredSeriesTests
{
    private static InstanceHeader[] Series(string uid, double thickness, string kernel = "B30f", string contrast = "", string frame = "1.2.9") =>
        [.. Enumerable.Range(0, 5).Select(i => Headers.Ct(i, new Vector3(0, 0, i * thickness)) with
        {
            SeriesInstanceUid = uid, SliceThickness = thickness, ConvolutionKernel = kernel, ContrastBolusAgent = contrast, FrameOfReferenceUid = frame,
        })];

    [Fact]
    public void Without_contrast_soft_and_thin_wins_in_that_order()
    {
        IReadOnlyDictionary<string, string?> d = PreferredSeries.Select([Series("thin-contrast", 1, contrast: "Iohexol"), Series("thin-sharp", 1, "B70f"), Series("thick", 5), Series("soft", 2)]);
        d["soft"].ShouldBeNull();
        d["thick"].ShouldNotBeNull().ShouldContain("thinner");
        d["thin-sharp"].ShouldNotBeNull().ShouldContain("soft kernel");
        d["thin-contrast"].ShouldNotBeNull().ShouldContain("without contrast");
    }

    [Fact]
    public void Other_frames_of_reference_and_films_are_acquisitions_of_their_own()
    {
        IReadOnlyDictionary<string, string?> d = PreferredSeries.Select([Series("a", 1), Series("b", 2, frame: "1.2.10"), [Headers.Film()]]);
        d.Values.ShouldAllBe(v => v == null);
    }

    [Theory]
    [InlineData("B30f", false)]
    [InlineData("B70f", true)]
    [InlineData("Br40d\\3", false)]
    [InlineData("Br64d", true)]
    [InlineData("BONE", true)]
    [InlineData("STANDARD", false)]
    [InlineData("FC08", false)]
    [InlineData("FC30", true)]
    [InlineData("", false)]
    public void Sharp_kernels_are_told_by_name(string kernel, bool sharp) => PreferredSeries.IsSharpKernel(kernel).ShouldBe(sharp);
}
