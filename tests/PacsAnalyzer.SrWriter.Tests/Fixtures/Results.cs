using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.SrWriter.Tests.Fixtures;

/// <summary>Made-up results of every form.</summary>
internal static class Results
{
    internal static AnalysisResult HipBase => new()
    {
        Pipeline = "pelvis-ap",
        Status = AnalysisStatus.Measured,
        StudyInstanceUid = Sources.Study,
        SeriesInstanceUid = Sources.FilmSeries,
        SopInstanceUids = [Sources.Film],
        Model = new ModelInfo("pelvis-ap", "0.3.1", new string('a', 64), "Cpu"),
        Software = "PacsAnalyzer 0.1.0",
        ConfigurationHash = new string('c', 64),
        Spacing = new SpacingInfo([0.2, 0.2], SpacingSource.Calibrated),
        Quality = new Dictionary<string, double> { ["rotation"] = 0.0123456789, ["tilt"] = 0.2 },
    };

    internal static AnalysisResult HipLeft => HipBase with
    {
        Landmarks = [.. Bones, .. Cup("cup", "L"), Point("contralateral.centre", "R", 560, 700)],
        Measurements =
        [
            new() { Code = "CUP-INCL", Value = 41.32171828, Unit = "deg", Side = "L", Range = [30, 50], RangeSource = "default", Normality = Normality.Within },
            new() { Code = "CUP-COVER", Value = 64.98765, Unit = "%", Side = "L", Range = [70, null], RangeSource = "default", Normality = Normality.Below },
            new() { Code = "HRC-VOFF", Value = 8.25, Unit = "mm", Side = "L", Range = [-6, 6], RangeSource = "default", Normality = Normality.Above },
            new() { Code = "HRC-HOFF", Value = -3.0000001, Unit = "mm", Side = "L", Range = [-5, 5], RangeSource = "default", Normality = Normality.Within },
        ],
    };

    internal static AnalysisResult HipRight => HipBase with
    {
        Landmarks = [.. Bones, .. Cup("cup", "R"), Point("contralateral.centre", "L", 1340, 705)],
        Measurements = [.. HipLeft.Measurements.Select(m => m with { Side = "R" })],
    };

    internal static AnalysisResult HipBilateral => HipBase with
    {
        Reasons = [new ResultReason(ReasonCodes.Bilateral, "Both hips are replaced.")],
        Landmarks = [.. Bones, .. Cup("cup", "L"), .. Cup("cup2", "R")],
        Measurements =
        [
            .. HipLeft.Measurements.Take(2),
            .. HipLeft.Measurements.Take(2).Select(m => m with { Side = "R", Value = m.Value + 3 }),
            .. HipLeft.Measurements.Skip(2).Select(m => m with { Side = null, Normality = Normality.NotAssessed, Reason = ReasonCodes.Bilateral }),
        ],
    };

    internal static AnalysisResult HipSideUncertain => HipLeft with
    {
        Reasons = [new ResultReason(ReasonCodes.SideUncertain, "The marker R lies where the tags say left.")],
        Landmarks = [.. HipLeft.Landmarks.Select(l => l with { Side = null })],
        Measurements = [.. HipLeft.Measurements.Select(m => m with { Side = null })],
    };

    internal static AnalysisResult HipNoSpacing => HipLeft with
    {
        Spacing = new SpacingInfo([], SpacingSource.None),
        Measurements = [.. HipLeft.Measurements.Select(m => m.Unit == "mm" ? m with { Value = null, Normality = Normality.NotAssessed, Reason = ReasonCodes.NoSpacing } : m)],
    };

    /// <summary>The dome contact was not found: the coverage is absent.</summary>
    internal static AnalysisResult HipPartial => HipLeft with
    {
        Landmarks = [.. HipLeft.Landmarks.Where(l => l.Name != "cup.contact")],
        Measurements = [.. HipLeft.Measurements.Select(m => m.Code == "CUP-COVER" ? m with { Value = null, Normality = Normality.NotAssessed, Reason = ReasonCodes.LandmarkMissing } : m)],
    };

    internal static AnalysisResult HipRefused => HipBase with
    {
        Status = AnalysisStatus.Refused,
        Quality = new Dictionary<string, double>(),
        Reasons = [new ResultReason(ReasonCodes.NoProsthesis, "No cup is seen on either side.")],
    };

    internal static AnalysisResult SpineBase => HipBase with
    {
        Pipeline = "spine-ct",
        SeriesInstanceUid = Sources.SpineSeries,
        SopInstanceUids = [.. Enumerable.Range(0, 5).Select(Sources.Slice)],
        Model = new ModelInfo("spine-ct", "0.2.0", new string('b', 64), "Cpu"),
        DensitySource = "Calibration",
        Spacing = new SpacingInfo([0.7, 0.7], SpacingSource.Calibrated),
        Quality = new Dictionary<string, double> { ["agreement"] = 0.94 },
    };

    internal static AnalysisResult Spine(bool isSagittal, bool isNamed = true)
    {
        string[] levels = ["T12", "L1", "L2", "L3"];
        double[] densities = [131.25, 118.3333333, 74.1, 122];
        AnalysedPlane plane = Plane();
        VertebraResult[] bodies = [.. levels.Select((level, i) =>
        {
            double[][] outline = [.. new[] { (150.0, 100.0 + (i * 55)), (205, 96 + (i * 55)), (208, 138 + (i * 55)), (152, 140 + (i * 55)) }.Select(p => (double[])[p.Item1, p.Item2])];
            return new VertebraResult
            {
                Level = isNamed ? level : null,
                Bmd = densities[i],
                MeanHu = densities[i] * 1.1,
                AreaMm2 = 1100.125 + i,
                Confidence = 0.9 + (i * 0.01),
                Flags = i == 3 ? ["FRACTURE"] : [],
                PolygonPatientMm = [.. outline.Select(p => plane.ToPatient(p[0], p[1]))],
                PolygonPixels = isSagittal ? new PixelPolygon(Sources.Slice(2), outline) : null,
            };
        })];
        return SpineBase with
        {
            Plane = plane,
            Vertebrae = bodies,
            Reasons = isNamed ? [] : [new ResultReason(ReasonCodes.NoAnchor, "The sacrum is not in view.")],
            Measurements =
            [
                .. bodies.SelectMany((body, i) => new Measurement[]
                {
                    new()
                    {
                        Code = "VBMD-TRAB", Value = body.Bmd, Unit = "mg/cm3", Level = body.Level, Range = [80, null], RangeSource = "QCT", Reason = i == 3 ? ReasonCodes.BodyExcluded : null,
                        Normality = i == 3 ? Normality.NotAssessed : body.Bmd < 80 ? Normality.Below : Normality.Within,
                    },
                    new() { Code = "MEAN-HU", Value = body.MeanHu, Unit = "[hnsf'U]", Level = body.Level },
                }),
                .. isNamed
                    ? new Measurement[] { new() { Code = "VBMD-L1L2", Value = 96.21666665, Unit = "mg/cm3", Range = [120, null], RangeSource = "QCT", Normality = Normality.Below } }
                    : [],
            ],
        };
    }

    internal static AnalysisResult SpineRefused => SpineBase with
    {
        Status = AnalysisStatus.Refused,
        Model = null,
        DensitySource = null,
        Quality = new Dictionary<string, double>(),
        Reasons = [new ResultReason(ReasonCodes.TooFewSlices, "5 slices of 3 mm are too few.")],
    };

    internal static AnalysisResult SpineFailed => SpineRefused with
    {
        Status = AnalysisStatus.Failed,
        Reasons = [new ResultReason(ReasonCodes.ModelUnavailable, "The checksum of model.onnx differs.")],
    };

    /// <summary>Every form with its source, by name.</summary>
    internal static IReadOnlyDictionary<string, (AnalysisResult Result, SourceSeries Source)> All { get; } = new Dictionary<string, (AnalysisResult, SourceSeries)>
    {
        ["hip-left"] = (HipLeft, Sources.FilmOf()),
        ["hip-right"] = (HipRight, Sources.FilmOf()),
        ["hip-bilateral"] = (HipBilateral, Sources.FilmOf()),
        ["hip-refused"] = (HipRefused, Sources.FilmOf()),
        ["hip-no-spacing"] = (HipNoSpacing, Sources.FilmOf(d => d.Remove(DicomTagList.Spacing))),
        ["hip-side-uncertain"] = (HipSideUncertain, Sources.FilmOf()),
        ["hip-partial"] = (HipPartial, Sources.FilmOf()),
        ["spine-sagittal"] = (Spine(true), Sources.SpineOf(true)),
        ["spine-axial"] = (Spine(false), Sources.SpineOf(false)),
        ["spine-unnamed"] = (Spine(false, isNamed: false), Sources.SpineOf(false)),
        ["spine-refused"] = (SpineRefused, Sources.SpineOf(false)),
        ["spine-failed"] = (SpineFailed, Sources.SpineOf(false)),
    };

    /// <summary>A sagittal plane at x = 6 mm with a column of bright blocks.</summary>
    internal static AnalysedPlane Plane()
    {
        const int Side = 360;
        float[] hu = new float[Side * Side];
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                bool isBody = x is > 150 and < 206 && (y - 98) % 55 is >= 0 and < 42;
                hu[(y * Side) + x] = x < 4 ? float.NaN : isBody ? 180 : 40;
            }
        }

        return new AnalysedPlane(Side, Side, 0.7, hu, [6, -100.35, 200.35], [0, 1, 0], [0, 0, -1], Sources.FrameOfReference);
    }

    private static Landmark[] Bones =>
    [
        Point("teardrop.left", "L", 1180.123, 820), Point("teardrop.right", "R", 720, 824.5),
        Point("ischium.left", "L", 1260, 1030), Point("ischium.right", "R", 640, 1036),
        Point("symphysis.superior", null, 952, 880),
    ];

    private static Landmark[] Cup(string name, string side)
    {
        int sign = side == "L" ? 1 : -1;
        return
        [
            Point(name + ".lateral", side, 950 + (sign * 470), 590),
            Point(name + ".medial", side, 950 + (sign * 290), 750),
            Point(name + ".contact", side, 950 + (sign * 460), 580),
        ];
    }

    private static Landmark Point(string name, string? side, double column, double row) => new(name, side, Sources.Film, column, row, 0.987654321);
}
