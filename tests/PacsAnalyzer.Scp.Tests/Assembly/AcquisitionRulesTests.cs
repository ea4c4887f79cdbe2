using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Scp.Assembly;

namespace PacsAnalyzer.Scp.Tests.Assembly;

public sealed class AcquisitionRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly AssemblyDecision Analyse = new AssemblyDecision.Analyse("spine-ct", "ct-spine", "A CT.");

    private static InstanceHeader[] Series(string uid, string kernel = "Br40", string contrast = "", string frame = "1.2.9", string study = "1.2") =>
    [
        .. Enumerable.Range(0, 40).Select(i => new InstanceHeader
        {
            SopInstanceUid = $"{uid}.{i}",
            SopClassUid = "1.2.840.10008.5.1.4.1.1.2",
            StudyInstanceUid = study,
            SeriesInstanceUid = uid,
            Modality = "CT",
            ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"],
            ImageOrientationPatient = [1, 0, 0, 0, 1, 0],
            ImagePositionPatient = [0, 0, i * 3],
            PixelSpacing = [0.8, 0.8],
            SliceThickness = 3,
            ConvolutionKernel = kernel,
            ContrastBolusAgent = contrast,
            FrameOfReferenceUid = frame,
            HasPixelData = true,
        }),
    ];

    private static AssemblyDecision Decide(InstanceHeader[] own, params SiblingSeries[] siblings) =>
        AcquisitionRules.Decide(Analyse, own, siblings, RoutingRules.Default, Now.AddMinutes(30), Now);

    private static SiblingSeries Sibling(InstanceHeader[] headers, SeriesState state = SeriesState.Receiving, int quietFor = -1) =>
        new(state, Now.AddSeconds(quietFor), headers);

    [Fact]
    public void A_series_alone_is_analysed() => Decide(Series("1.1")).ShouldBe(Analyse);

    [Fact]
    public void The_soft_kernel_without_contrast_stands_for_the_acquisition()
    {
        Decide(Series("1.1"), Sibling(Series("1.3", kernel: "Br64"))).ShouldBe(Analyse);
        Decide(Series("1.3", kernel: "Br64"), Sibling(Series("1.1"))).ShouldBeOfType<AssemblyDecision.Exclude>().RuleId.ShouldBe("preferred-series");
        Decide(Series("1.4", contrast: "IODINE"), Sibling(Series("1.1"))).ShouldBeOfType<AssemblyDecision.Exclude>();
    }

    [Fact]
    public void A_series_waits_for_another_one_that_still_arrives() =>
        Decide(Series("1.1"), Sibling(Series("1.3", kernel: "Br64"), quietFor: 20)).ShouldBeOfType<AssemblyDecision.Wait>().Until.ShouldBe(Now.AddSeconds(20));

    [Fact]
    public void After_a_report_another_series_of_the_acquisition_makes_no_second_one() =>
        Decide(Series("1.1"), Sibling(Series("1.3", kernel: "Br64"), SeriesState.Analysed)).ShouldBeOfType<AssemblyDecision.Exclude>();

    [Fact]
    public void A_series_of_another_position_is_no_rival() =>
        Decide(Series("1.3", kernel: "Br64"), Sibling(Series("1.1", frame: "1.2.10"))).ShouldBe(Analyse);

    [Fact]
    public void What_was_not_to_be_analysed_stays_so()
    {
        var exclude = new AssemblyDecision.Exclude("localizer", "A scout.");

        AcquisitionRules.Decide(exclude, Series("1.1"), [], RoutingRules.Default, Now, Now).ShouldBe(exclude);
    }
}
