using PacsAnalyzer.Pipeline.Pelvis;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Tests.Support;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

public sealed class ProjectionSpacingTests
{
    private static SpacingInfo Of(double? pixel, double? imager, string type = "", double? magnification = null) => ProjectionSpacing.Of(Headers.Film() with
    {
        PixelSpacing = pixel is double p ? [p, p] : null, ImagerPixelSpacing = imager is double i ? [i, i] : null,
        PixelSpacingCalibrationType = type, MagnificationFactor = magnification,
    });

    [Fact]
    public void Nothing_is_none() => Of(null, null).ShouldSatisfyAllConditions(s => s.Source.ShouldBe(SpacingSource.None), s => s.Mm.ShouldBeEmpty());

    [Fact]
    public void Equal_spacings_are_the_detectors() => Of(0.2, 0.2).Source.ShouldBe(SpacingSource.DetectorPlane);

    [Fact]
    public void Different_with_a_type_is_calibrated() =>
        Of(0.17, 0.2, "FIDUCIAL").ShouldSatisfyAllConditions(s => s.Source.ShouldBe(SpacingSource.Calibrated), s => s.Mm.ShouldBe([0.17, 0.17]));

    [Fact]
    public void Different_without_a_type_is_corrected() => Of(0.17, 0.2).Source.ShouldBe(SpacingSource.MagnificationCorrected);

    [Fact]
    public void The_detectors_spacing_is_divided_by_the_magnification()
    {
        Of(null, 0.23, magnification: 1.15).Mm[0].ShouldBe(0.2, 1e-12);
        Of(0.23, 0.23, magnification: 1.15).Source.ShouldBe(SpacingSource.MagnificationCorrected);
    }

    [Fact]
    public void Absurd_values_count_as_absent() => Of(0, 0.2).Source.ShouldBe(SpacingSource.DetectorPlane);
}
