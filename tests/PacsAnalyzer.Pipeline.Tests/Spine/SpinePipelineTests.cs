using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Images;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Spine;
using PacsAnalyzer.Pipeline.Tests.Support;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Pipeline.Tests.Spine;

/// <summary>The whole pipeline on a patient made of boxes: places, levels, HU and refusals.</summary>
public sealed class SpinePipelineTests : IDisposable
{
    private static readonly Vector3 Left = new(1, 0, 0);
    private static readonly Vector3 Back = new(0, 1, 0);
    private static readonly Vector3 Up = new(0, 0, 1);
    private readonly TemporaryFolder _folder = new();
    private readonly BrightBoxNetwork _network = new();

    public void Dispose() => _folder.Dispose();

    private AnalysisResult Analyse(string[] files, AnalysisOptions? options = null) =>
        new SpinePipeline(new SpineNetwork(SpineManifests.Plain, _network), new ModelInfo("fake", "0.0.1", "00", "Fake"), new DicomImageReader())
            .Analyse(new AnalysisRequest(files, options ?? new AnalysisOptions()), CancellationToken.None);

    private string[] Axial(BoxSpine spine, int slices = 100, Action<DicomDataset>? change = null) =>
        spine.Write(_folder.Path, new Vector3(-90, -110, -80), Up * 3, slices, Left, Back, 90, 110, 2, change);

    private static void ShouldOutline(AnalysisResult result, BoxSpine spine, params string[] levels)
    {
        result.Status.ShouldBe(AnalysisStatus.Measured);
        result.Vertebrae.Select(v => v.Level).ShouldBe(levels);
        foreach (VertebraResult v in result.Vertebrae)
        {
            Vector3 expected = spine.Centre(v.Level!);
            v.PolygonPatientMm.Average(p => p[1]).ShouldBe(expected.Y, 1.5);
            v.PolygonPatientMm.Average(p => p[2]).ShouldBe(expected.Z, 1.5);
            v.PolygonPatientMm.Average(p => p[0]).ShouldBe(expected.X, 6);
            v.AreaMm2.ShouldBe(35 * 26, 120);
            v.MeanHu!.Value.ShouldBe(400, 12);
            v.Flags.ShouldBeEmpty();
        }
    }

    [Fact]
    public void An_axial_volume_is_cut_through_the_bodies_and_named_from_the_sacrum()
    {
        var spine = new BoxSpine();
        AnalysisResult result = Analyse(Axial(spine));
        ShouldOutline(result, spine, "T12", "L1", "L2", "L3", "L4", "L5");
        result.DensitySource.ShouldBe("Network");
        result.Measurements.Count(m => m.Code == "MEAN-HU").ShouldBe(6);
        result.Measurements.Single(m => m.Code == "VBMD-L1L2").Reason.ShouldBe(ReasonCodes.NotCalibrated);
        result.Plane.ShouldNotBeNull().ColumnDirection.ShouldBe([0, 1, 0]);
        result.SopInstanceUids.Count.ShouldBe(100);
    }

    [Fact]
    public void A_crooked_spine_is_followed_by_an_oblique_plane()
    {
        var spine = new BoxSpine { Slope = 0.2, X = -10 };
        AnalysisResult result = Analyse(Axial(spine));
        ShouldOutline(result, spine, "T12", "L1", "L2", "L3", "L4", "L5");
        (result.Plane!.RowDirection[0] / result.Plane.RowDirection[2]).ShouldBe(0.2, 0.06);
    }

    [Fact]
    public void A_sagittal_series_is_taken_as_it_is_with_outlines_in_its_pixels()
    {
        var spine = new BoxSpine();

        // Slices run to the patient's right, rows to the back, columns to the feet.
        string[] files = spine.Write(_folder.Path, new Vector3(40, -90, 200), Left * -4, 17, Back, -Up, 128, 190, 1.5);
        AnalysisResult result = Analyse(files);
        ShouldOutline(result, spine, "T12", "L1", "L2", "L3", "L4", "L5");
        PixelPolygon pixels = result.Vertebrae[2].PolygonPixels.ShouldNotBeNull();
        Vector3 c = spine.Centre("L2");
        pixels.Points.Average(p => p[0]).ShouldBe(((c.Y + 90) / 1.5) + 0.5, 1);
        pixels.Points.Average(p => p[1]).ShouldBe(((200 - c.Z) / 1.5) + 0.5, 1);
        result.SopInstanceUids.ShouldContain(pixels.SopInstanceUid);
    }

    [Fact]
    public void A_sagittal_series_stored_upside_down_gives_the_same_places()
    {
        var spine = new BoxSpine();
        string[] files = spine.Write(_folder.Path, new Vector3(-28, 100, -80), Left * 4, 17, -Back, Up, 128, 190, 1.5);
        ShouldOutline(Analyse(files), spine, "T12", "L1", "L2", "L3", "L4", "L5");
    }

    [Fact]
    public void A_coronal_series_is_resampled()
    {
        var spine = new BoxSpine();
        string[] files = spine.Write(_folder.Path, new Vector3(-90, -60, 200), Back * 2, 70, Left, -Up, 90, 145, 2);
        ShouldOutline(Analyse(files), spine, "T12", "L1", "L2", "L3", "L4", "L5");
    }

    [Fact]
    public void A_tilted_gantry_does_not_shear_the_bodies()
    {
        var spine = new BoxSpine();
        double c = Math.Cos(15 * Math.PI / 180), s = Math.Sin(15 * Math.PI / 180);
        string[] files = spine.Write(_folder.Path, new Vector3(-90, -100, -95), Up * 3, 105, Left, new Vector3(0, c, s), 90, 110, 2);
        ShouldOutline(Analyse(files), spine, "T12", "L1", "L2", "L3", "L4", "L5");
    }

    [Fact]
    public void A_body_that_is_not_found_leaves_a_hole_in_the_names()
    {
        AnalysisResult result = Analyse(Axial(new BoxSpine { Missing = ["L3"] }));
        result.Vertebrae.Select(v => v.Level).ShouldBe(["T12", "L1", "L2", "L4", "L5"]);
        result = Analyse(Axial(new BoxSpine { Missing = ["L5"] }));
        result.Vertebrae.Select(v => v.Level).ShouldBe(["T12", "L1", "L2", "L3", "L4"]);
    }

    [Fact]
    public void Without_a_sacrum_nothing_is_named()
    {
        AnalysisResult result = Analyse(Axial(new BoxSpine { HasSacrum = false }));
        result.Vertebrae.ShouldAllBe(v => v.Level == null);
        result.Reasons.ShouldContain(r => r.Code == ReasonCodes.NoAnchor);
        result.Measurements.ShouldNotContain(m => m.Code == "VBMD-L1L2");
    }

    [Fact]
    public void A_long_volume_is_analysed_in_windows()
    {
        // 480 mm along the spine: 686 pixels.
        var spine = new BoxSpine();
        string[] files = spine.Write(_folder.Path, new Vector3(-90, -110, -100), Up * 4, 120, Left, Back, 90, 110, 2);
        ShouldOutline(Analyse(files), spine, "T12", "L1", "L2", "L3", "L4", "L5");
        _network.Runs.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void A_matching_calibration_gives_density_and_judgement_and_two_are_an_error()
    {
        string[] files = Axial(new BoxSpine());
        var entry = new DensityCalibration("maker", "*", 120, 0.25, 5);
        AnalysisResult result = Analyse(files, new AnalysisOptions { Calibrations = [entry] });
        result.DensitySource.ShouldBe("Calibration");
        result.Vertebrae[1].Bmd!.Value.ShouldBe(105, 0.5);
        Measurement mean = result.Measurements.Single(m => m.Code == "VBMD-L1L2");
        mean.Value!.Value.ShouldBe(105, 0.5);
        mean.Normality.ShouldBe(Normality.Below);
        mean.Range.ShouldBe([120, null]);
        result = Analyse(files, new AnalysisOptions { Calibrations = [entry, entry with { Model = "MOD*" }] });
        result.Status.ShouldBe(AnalysisStatus.Failed);
        result.Reasons.Single().Code.ShouldBe(ReasonCodes.AmbiguousCalibration);
    }

    [Fact]
    public void Contrast_or_an_unknown_voltage_are_not_assessed()
    {
        AnalysisResult contrast = Analyse(Axial(new BoxSpine(), change: d => d.AddOrUpdate(DicomTag.ContrastBolusAgent, "Iohexol")));
        contrast.Measurements.Where(m => m.Code != "MEAN-HU").ShouldAllBe(m => m.Reason == ReasonCodes.Contrast && m.Normality == Normality.NotAssessed);
        contrast.Vertebrae.ShouldAllBe(v => v.Flags.Contains("CONTRAST"));
        AnalysisResult silent = Analyse(Axial(new BoxSpine(), change: d => d.Remove(DicomTag.KVP)));
        silent.Status.ShouldBe(AnalysisStatus.Measured);
        silent.Reasons.ShouldContain(r => r.Code == ReasonCodes.NoKvp);
    }

    [Fact]
    public void What_cannot_be_measured_is_refused_with_its_reason()
    {
        var spine = new BoxSpine();
        string[] files = Axial(spine);
        Analyse(files[..4]).Reasons.Single().Code.ShouldBe(ReasonCodes.TooFewSlices);
        Analyse(files[..9]).Reasons.Single().Code.ShouldBe(ReasonCodes.TooFewSlices);
        Analyse([.. files[..30], .. files[32..]]).Reasons.Single().Code.ShouldBe(ReasonCodes.Gaps);
        Analyse(Axial(spine, change: d => d.Remove(DicomTag.ImagePositionPatient))).Reasons.Single().Code.ShouldBe(ReasonCodes.NoGeometry);
        Analyse(Axial(spine, change: d => d.AddOrUpdate(DicomTag.ImageType, "ORIGINAL", "PRIMARY", "LOCALIZER"))).Reasons.Single().Code.ShouldBe(ReasonCodes.Localizer);
        Analyse(Axial(spine, change: d => d.Remove(DicomTag.PixelData))).Reasons.Single().Code.ShouldBe(ReasonCodes.NoPixelData);
        Analyse(Axial(new BoxSpine { X = 400 })).Reasons.Single().Code.ShouldBe(ReasonCodes.NoVertebra);
    }
}
