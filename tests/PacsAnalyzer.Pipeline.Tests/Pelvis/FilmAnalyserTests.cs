using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Pelvis;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Tests.Support;

namespace PacsAnalyzer.Pipeline.Tests.Pelvis;

/// <summary>Detector outputs to findings, with a detector that answers given points.</summary>
public sealed class FilmAnalyserTests
{
    private const int Width = 400;
    private const int Height = 320;
    private static readonly SsdManifest Manifest = PelvisManifests.Plain;

    // A left cup on a film seen from the front, 1 mm pixels.
    private static readonly Dictionary<string, Point2> Front = new()
    {
        ["teardrop.left"] = new(260, 150), ["teardrop.right"] = new(140, 150), ["symphysis.superior"] = new(200, 180), ["ischium.left"] = new(255, 230), ["ischium.right"] = new(145, 230),
        ["cup.lateral"] = new(320, 100), ["cup.medial"] = new(280, 140), ["cup.contact"] = new(318, 98), ["contralateral.centre"] = new(108, 126),
    };

    private static FilmFindings Analyse(Dictionary<string, Point2> points, string[]? orientation = null, string laterality = "", double probability = 0.9,
        IEnumerable<(string, Point2, double)>? more = null, SpacingInfo? spacing = null)
    {
        orientation ??= ["L", "F"];
        FilmOrientation o = FilmOrientation.Parse(orientation) ?? FilmOrientation.Assumed;
        int w = o.Transpose ? Height : Width, h = o.Transpose ? Width : Height;
        spacing ??= new SpacingInfo([1, 1], SpacingSource.Calibrated);

        // What the detector sees is the turned film: its points follow from the same film without turning.
        PreparedFilm prepared = FilmPreparation.Prepare(new PlaneF(new float[Width * Height], Width, Height), spacing.Mm.Count == 0 ? null : (1, 1), Manifest.Preprocessing);
        Point2 ToNetwork(Point2 p) => prepared.AnalysisToNetwork(prepared.FilmToAnalysis(p));
        var detector = new PointDetector(Manifest, [.. points.Select(p => (p.Key, ToNetwork(p.Value), probability)), .. (more ?? []).Select(m => (m.Item1, ToNetwork(m.Item2), m.Item3))]);
        var film = new FilmInput(new PlaneF(new float[w * h], w, h), false, spacing, orientation, laterality);
        return new FilmAnalyser(Manifest, detector, null).Analyse(film, MeasurementCodes.DefaultRanges, CancellationToken.None);
    }

    [Theory]
    [InlineData("L", "F")]
    [InlineData("R", "F")]
    [InlineData("L", "H")]
    [InlineData("F", "L")]
    [InlineData("H", "R")]
    public void Landmarks_come_back_in_stored_pixels_whatever_way_the_film_lies(string row, string column)
    {
        FilmFindings f = Analyse(Front, [row, column]);
        f.Status.ShouldBe(AnalysisStatus.Measured);
        FilmOrientation o = FilmOrientation.Parse([row, column])!;
        foreach ((string name, Point2 front) in Front)
        {
            (_, string? side, Point2 at, double confidence) = f.Landmarks.Single(l => l.Name == name);
            Point2 expected = o.ToStored(front, o.Transpose ? Height : Width, o.Transpose ? Width : Height);
            at.X.ShouldBe(expected.X, 0.01);
            at.Y.ShouldBe(expected.Y, 0.01);
            confidence.ShouldBe(0.9, 1e-3);
            side.ShouldBe(name.StartsWith("cup", StringComparison.Ordinal) || name.EndsWith("left", StringComparison.Ordinal) ? "L" : name.StartsWith("sym", StringComparison.Ordinal) ? null : "R");
        }

        f.Measurements.Single(m => m.Code == "CUP-INCL").Value!.Value.ShouldBe(45, 0.01);
        f.Measurements.Single(m => m.Code == "HRC-HOFF").Value!.Value.ShouldBe(8, 0.01);
        f.Quality["rotation"].ShouldBe(0, 1e-3);
        f.Quality["tilt"].ShouldBe(0.25, 1e-3);
    }

    [Fact]
    public void No_pelvis_no_prosthesis_and_a_lateral_view_are_refused()
    {
        Analyse([]).Reasons.Single().Code.ShouldBe(ReasonCodes.NotAPelvis);
        Analyse(Front.Where(p => !p.Key.StartsWith("cup", StringComparison.Ordinal)).ToDictionary()).Reasons.Single().Code.ShouldBe(ReasonCodes.NoProsthesis);
        Analyse(Front, ["A", "F"]).Reasons.Single().Code.ShouldBe(ReasonCodes.NotAp);
    }

    [Fact]
    public void A_landmark_below_its_limit_is_left_out_with_what_needs_it()
    {
        FilmFindings f = Analyse(Front, probability: 0.7);
        f.Landmarks.ShouldNotContain(l => l.Name == "cup.contact");
        f.Measurements.Single(m => m.Code == "CUP-COVER").Reason.ShouldBe(ReasonCodes.LandmarkMissing);
        f.Measurements.Single(m => m.Code == "CUP-INCL").Value.ShouldNotBeNull();
    }

    [Fact]
    public void Landmarks_that_cannot_be_a_pelvis_are_refused()
    {
        var points = new Dictionary<string, Point2>(Front) { ["symphysis.superior"] = new(200, 290) };
        Analyse(points).Reasons.Single().Code.ShouldBe(ReasonCodes.Implausible);
    }

    [Fact]
    public void Both_cups_are_found_on_their_sides_and_named()
    {
        FilmFindings f = Analyse(Front, more: [("cup.lateral", new(78, 110), 0.8), ("cup.medial", new(118, 140), 0.8), ("cup.contact", new(80, 108), 0.85)]);
        f.Landmarks.Single(l => l.Name == "cup2.lateral").Side.ShouldBe("R");
        f.Landmarks.Single(l => l.Name == "cup.lateral").Side.ShouldBe("L");
        f.Landmarks.Single(l => l.Name == "contralateral.centre").At.X.ShouldBe(98, 0.01);
        f.Landmarks.Single(l => l.Name == "contralateral2.centre").Side.ShouldBe("L");
        f.Measurements.Count(m => m.Code == "CUP-INCL").ShouldBe(2);
        f.Measurements.Single(m => m.Code == "HRC-VOFF").Reason.ShouldBe(ReasonCodes.Bilateral);
    }

    [Fact]
    public void A_marker_against_the_tags_makes_the_side_uncertain()
    {
        FilmFindings f = Analyse(Front, more: [("marker.left", new(30, 40), 0.9)]);
        f.Status.ShouldBe(AnalysisStatus.Measured);
        f.Reasons.Single().Code.ShouldBe(ReasonCodes.SideUncertain);
        f.Landmarks.ShouldAllBe(l => l.Side == null);
        f.Measurements.ShouldAllBe(m => m.Side == null);
    }

    [Fact]
    public void A_film_without_spacing_is_measured_in_angles()
    {
        FilmFindings f = Analyse(Front, spacing: new SpacingInfo([], SpacingSource.None));
        f.Status.ShouldBe(AnalysisStatus.Measured);
        f.Reasons.Single().Code.ShouldBe(ReasonCodes.NoSpacing);
        f.Measurements.Single(m => m.Code == "CUP-INCL").Value!.Value.ShouldBe(45, 0.01);
        f.Measurements.Single(m => m.Code == "HRC-VOFF").Value.ShouldBeNull();
    }

    [Fact]
    public void Monochrome1_is_inverted()
    {
        var film = new FilmInput(new PlaneF([0, 10, 40], 3, 1), true, new SpacingInfo([], SpacingSource.None), [], "");
        film.BoneBright().Values.ShouldBe([40, 30, 0]);
    }
}
