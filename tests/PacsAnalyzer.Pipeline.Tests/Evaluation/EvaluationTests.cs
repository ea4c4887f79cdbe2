using PacsAnalyzer.Pipeline.Evaluation;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Pipeline.Tests.Evaluation;

public sealed class EvaluationTests
{
    private static AnalysisResult Result(AnalysisStatus status = AnalysisStatus.Measured, params Measurement[] measurements) => new()
    {
        Pipeline = PipelineNames.Pelvis, Status = status, StudyInstanceUid = "1", SeriesInstanceUid = "1.1", Measurements = measurements,
        Reasons = status == AnalysisStatus.Refused ? [new ResultReason(ReasonCodes.NoProsthesis, "")] : [],
        Landmarks = status == AnalysisStatus.Measured ? [new Landmark("teardrop.left", "L", "1.1.1", 103, 54, 1)] : [],
    };

    private static Measurement Inclination(double value, Normality normality = Normality.Within) =>
        new() { Code = "CUP-INCL", Value = value, Unit = "deg", Side = "L", Range = [30, 50], Normality = normality };

    private static CaseTruth Truth(double value = 40) => new()
    {
        Pipeline = PipelineNames.Pelvis, Expect = new CaseExpectation(AnalysisStatus.Measured), Measurements = [Inclination(value)],
        Landmarks = [new Landmark("teardrop.left", "L", "1.1.1", 100, 50, 1)], Spacing = new SpacingInfo([0.5, 0.5], SpacingSource.Calibrated),
        Tolerance = new Dictionary<string, double> { ["CUP-INCL"] = 3 },
    };

    [Fact]
    public void A_case_is_judged_by_status_reason_and_tolerance()
    {
        CaseComparer.Compare(Result(measurements: Inclination(42.9)), Truth()).Passed.ShouldBeTrue();
        CaseComparer.Compare(Result(measurements: Inclination(43.1)), Truth()).Problems.Single().ShouldBe("CUP-INCL L is 43.1 deg, expected 40.0 within 3.0");
        CaseComparer.Compare(Result(), Truth()).Problems.Single().ShouldBe("CUP-INCL L is missing");
        CaseComparer.Compare(Result(measurements: Inclination(40) with { Side = "R" }), Truth()).Passed.ShouldBeFalse();
        CaseComparer.Compare(Result(AnalysisStatus.Refused), Truth()).Problems.Single().ShouldBe("status is Refused (NO_PROSTHESIS), expected Measured");
        CaseTruth refused = Truth() with { Expect = new CaseExpectation(AnalysisStatus.Refused, ReasonCodes.NoProsthesis) };
        CaseComparer.Compare(Result(AnalysisStatus.Refused), refused).Passed.ShouldBeTrue();
        CaseComparer.Compare(Result(AnalysisStatus.Refused), refused with { Expect = new CaseExpectation(AnalysisStatus.Refused, ReasonCodes.NotAp) }).Passed.ShouldBeFalse();
    }

    [Fact]
    public void Statistics_by_hand()
    {
        Statistics.Percentile([4, 1, 3, 2], 50).ShouldBe(2.5);
        Statistics.Percentile([4, 1, 3, 2], 95).ShouldBe(3.85, 1e-12);
        Statistics.Deviation([2, 4, 4, 4, 5, 5, 7, 9]).ShouldBe(Math.Sqrt(32.0 / 7), 1e-12);
        Statistics.Correlation([1, 2, 3], [2, 4, 7]).ShouldBe(0.9933, 1e-4);
        (double low, double high) = Statistics.Wilson(8, 10);
        low.ShouldBe(0.490, 1e-3);
        high.ShouldBe(0.943, 1e-3);
        Statistics.BootstrapMean([1, 2, 3, 4, 5]).Low.ShouldBeInRange(1.5, 2.2);
    }

    [Fact]
    public void Agreement_is_bias_and_limits()
    {
        AgreementSummary a = AgreementSummary.Of("X", [new(11, 10, true), new(13, 10, false), new(12, 10, null)], 1);
        a.Bias.ShouldBe(2);
        a.LowerLimit.ShouldBe(2 - 1.96, 1e-12);
        a.UpperLimit.ShouldBe(2 + 1.96, 1e-12);
        a.Rmse.ShouldBe(Math.Sqrt(14.0 / 3), 1e-12);
        (a.Judged, a.SameJudgement, a.Missed).ShouldBe((2, 1, 1));
    }

    [Fact]
    public void Dice_of_shifted_squares()
    {
        (double, double)[] square = [(0, 0), (10, 0), (10, 10), (0, 10)], shifted = [(5, 0), (15, 0), (15, 10), (5, 10)];
        PolygonOverlap.Dice(square, square).ShouldBe(1, 1e-9);
        PolygonOverlap.Dice(square, shifted).ShouldBe(0.5, 1e-9);
        PolygonOverlap.Dice(square, [(20, 0), (30, 0), (30, 10)]).ShouldBe(0);
    }

    [Fact]
    public void A_report_holds_landmark_errors_in_millimetres_outcomes_and_risk_calls()
    {
        CaseRecord Record(string name, AnalysisResult result, CaseTruth truth) => new(name, truth.Group, truth, result, CaseComparer.Compare(result, truth));
        EvaluationReport report = Evaluator.Score([Record("a", Result(measurements: Inclination(52, Normality.Above)), Truth(49)), Record("b", Result(AnalysisStatus.Refused), Truth())], []);
        GroupScores all = report.Scores.Single();
        ErrorSummary teardrop = all.Landmarks[0];
        teardrop.Mean.ShouldBe(2.5, 1e-12);
        teardrop.Missed.ShouldBe(1);
        all.Values.Single().SameJudgement.ShouldBe(0);
        all.Values.Single().Missed.ShouldBe(1);
        all.Outcomes.ShouldBe([new OutcomeCount("Measured", "Measured", 1), new OutcomeCount("Measured", "NO_PROSTHESIS", 1)], ignoreOrder: true);
        report.Failures.Single().Case.ShouldBe("b");
        EvaluationText.Write(report).ShouldContain("teardrop.left");
        Evaluator.ToJson(report).ShouldContain("\"meanAbsolute\"");
    }

    [Fact]
    public void Bodies_are_matched_by_overlap()
    {
        static VertebraResult Body(string? level, double z, double bmd, double shift = 0) => new()
        {
            Level = level, Bmd = bmd, PolygonPatientMm = [[0, shift, z], [0, 30 + shift, z], [0, 30 + shift, z + 25], [0, shift, z + 25]],
        };

        var truth = new CaseTruth { Pipeline = PipelineNames.Spine, Expect = new CaseExpectation(AnalysisStatus.Measured), Vertebrae = [Body("L1", 60, 100), Body("L2", 30, 110), Body("L3", 0, 120)] };
        AnalysisResult result = Result() with { Pipeline = PipelineNames.Spine, Vertebrae = [Body("L1", 60, 104, 3), Body("L3", 30, 106), Body(null, -90, 50)] };
        VertebraSummary v = Evaluator.Score([new CaseRecord("a", "g", truth, result, new CaseVerdict(true, []))], []).Scores[0].Vertebrae.ShouldNotBeNull();
        (v.True, v.Found, v.False).ShouldBe((3, 2, 1));
        v.F1.ShouldBe(4.0 / 6, 1e-12);
        v.MeanDice.ShouldBe((0.9 + 1) / 2, 1e-6);
        v.MeanDiceAll.ShouldBe(1.9 / 3, 1e-6);
        (v.Named, v.NamedRight).ShouldBe((2, 1));
        v.Density.Rmse.ShouldBe(4, 1e-12);
        v.Density.Bias.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Truth_files_are_read_and_bad_ones_named()
    {
        using var folder = new TemporaryFolder();
        folder.File("truth.json", """{ "pipeline": "pelvis-ap", "expect": { "status": "Refused", "reason": "NO_PROSTHESIS" }, "landmarks": [], "simulated": { "kind": "none" } }""");
        CaseTruth truth = CaseTruth.Read(folder.Path);
        truth.Expect.ShouldBe(new CaseExpectation(AnalysisStatus.Refused, "NO_PROSTHESIS"));
        truth.Group.ShouldBe("none");
        folder.File("truth.json", "{");
        Should.Throw<InvalidDataException>(() => CaseTruth.Read(folder.Path)).Message.ShouldContain("truth.json");
    }
}
