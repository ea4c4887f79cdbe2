using System.Diagnostics;
using System.Globalization;
using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>The hip method on one de-identified film.</summary>
internal sealed class FilmAnalyser(SsdManifest manifest, INetwork detector, INetwork? refiner)
{
    private readonly PelvisDetector _detector = new(manifest, detector);
    private readonly PelvisRefiner? _refiner = refiner is not null && manifest.Refine is { } stage ? new(stage, manifest.Preprocessing.AnalysisMm, refiner) : null;

    /// <summary>Analyses a film.</summary>
    public FilmFindings Analyse(FilmInput film, IReadOnlyDictionary<string, MeasurementRange> ranges, CancellationToken cancellationToken)
    {
        if (FilmOrientation.Parse(film.PatientOrientation) is not { } orientation)
        {
            return FilmFindings.Refuse(ReasonCodes.NotAp, "Patient Orientation says that the view is not frontal.");
        }

        long start = Stopwatch.GetTimestamp();
        (double X, double Y)? spacing = film.Spacing.Source == SpacingSource.None ? null : orientation.TurnSpacing(film.Spacing.Mm);
        PreparedFilm prepared = FilmPreparation.Prepare(orientation.Apply(film.BoneBright()), spacing, manifest.Preprocessing);
        cancellationToken.ThrowIfCancellationRequested();
        double preprocess = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        DetectedPelvis pelvis = _detector.Detect(prepared, cancellationToken);
        bool hasLeft = DetectedPelvis.CupScore(pelvis.LeftCup) >= manifest.Thresholds.Prosthesis;
        bool hasRight = DetectedPelvis.CupScore(pelvis.RightCup) >= manifest.Thresholds.Prosthesis;
        FilmFindings findings;
        double inference;
        if (pelvis.PelvisScore < manifest.Thresholds.Pelvis)
        {
            inference = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            findings = FilmFindings.Refuse(ReasonCodes.NotAPelvis, Text($"The landmarks of a pelvis are not seen (mean probability {pelvis.PelvisScore:0.00}, limit {manifest.Thresholds.Pelvis:0.00})."));
        }
        else if (!hasLeft && !hasRight)
        {
            inference = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            findings = FilmFindings.Refuse(ReasonCodes.NoProsthesis, "A pelvis without a hip prosthesis.");
        }
        else
        {
            DetectedPelvis refined = _refiner?.Refine(pelvis, prepared.Equalised, cancellationToken) ?? pelvis;
            inference = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            HipSides sides = SideDecision.Decide(hasLeft, hasRight, orientation.IsStated, film.Laterality, pelvis.Markers, pelvis.Midline);
            findings = Judge(film, prepared, orientation, refined, sides, spacing, ranges);
        }

        return findings with
        {
            Timings = new StageTimings { PreprocessMs = preprocess, InferenceMs = inference, PostprocessMs = findings.Status == AnalysisStatus.Measured ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : 0 },
        };
    }

    private FilmFindings Judge(FilmInput film, PreparedFilm prepared, FilmOrientation orientation, DetectedPelvis pelvis, HipSides sides, (double X, double Y)? spacing,
        IReadOnlyDictionary<string, MeasurementRange> ranges)
    {
        List<(string Name, string? Side, FoundPoint Point)> sure = Named(pelvis, sides);
        Dictionary<string, Point2> points = sure.ToDictionary(s => s.Name, s => s.Point.At, StringComparer.Ordinal);
        if (Implausible(points, sides) is { } text)
        {
            return FilmFindings.Refuse(ReasonCodes.Implausible, text);
        }

        Dictionary<string, Point2> onFilm = points.ToDictionary(p => p.Key, p => prepared.AnalysisToFilm(p.Value), StringComparer.Ordinal);
        List<Measurement> measurements = HipMeasurements.Measure(onFilm, sides, spacing, film.Spacing.Source, ranges);
        if (measurements.TrueForAll(m => m.Value is null && m.Reason != ReasonCodes.NoSpacing))
        {
            return FilmFindings.Refuse(ReasonCodes.LowConfidence, "A prosthesis is seen, but too few landmarks are sure enough for any measurement.");
        }

        var reasons = new List<ResultReason>();
        if (!sides.IsCertain)
        {
            reasons.Add(new ResultReason(ReasonCodes.SideUncertain, sides.Explanation));
        }

        if (film.Spacing.Source == SpacingSource.None)
        {
            reasons.Add(new ResultReason(ReasonCodes.NoSpacing, "The film states no pixel spacing: millimetres are not given."));
        }
        else if (film.Spacing.Source == SpacingSource.DetectorPlane)
        {
            reasons.Add(new ResultReason(ReasonCodes.DetectorPlane, "The spacing is that of the detector plane: millimetres are magnified and not assessed."));
        }

        return new FilmFindings
        {
            Status = AnalysisStatus.Measured,
            Reasons = reasons,
            Landmarks = [.. sure.Select(s => (s.Name, sides.IsCertain ? s.Side : null,
                orientation.ToStored(prepared.AnalysisToFilm(s.Point.At), film.Pixels.Width, film.Pixels.Height), s.Point.Confidence))],
            Measurements = measurements,
            Quality = PelvisQuality.Of(points),
        };
    }

    /// <summary>Contract names and sides of the points that are sure enough.</summary>
    private List<(string Name, string? Side, FoundPoint Point)> Named(DetectedPelvis pelvis, HipSides sides)
    {
        var named = new List<(string, string?, FoundPoint)>();
        void Add(string contractName, string className, string? side, FoundPoint? point)
        {
            double limit = manifest.Thresholds.Landmark.TryGetValue(className, out double l) ? l : 0;
            if (point is { } p && p.Confidence >= limit)
            {
                named.Add((contractName, side, p));
            }
        }

        FoundPoint? CupCentre(IReadOnlyDictionary<string, FoundPoint> cup) =>
            cup.TryGetValue(LandmarkNames.CupLateral, out FoundPoint a) && cup.TryGetValue(LandmarkNames.CupMedial, out FoundPoint b)
                ? new FoundPoint(Point2.Middle(a.At, b.At), Math.Min(a.Confidence, b.Confidence)) : null;

        IReadOnlyDictionary<string, FoundPoint> first = sides.CupSide == "L" ? pelvis.LeftCup : pelvis.RightCup;
        foreach (string name in LandmarkNames.Cup)
        {
            Add(name, name, sides.CupSide, first.TryGetValue(name, out FoundPoint p) ? p : null);
        }

        foreach (string name in LandmarkNames.Pelvis)
        {
            string? side = name.EndsWith(".left", StringComparison.Ordinal) ? "L" : name.EndsWith(".right", StringComparison.Ordinal) ? "R" : null;
            Add(name, name, side, pelvis.Bones.TryGetValue(name, out FoundPoint p) ? p : null);
        }

        if (sides.IsBilateral)
        {
            foreach (string name in LandmarkNames.Cup)
            {
                Add(LandmarkNames.OfSecondCup(name), name, "R", pelvis.RightCup.TryGetValue(name, out FoundPoint p) ? p : null);
            }

            // Seen from each cup, the other side's centre is the other prosthesis.
            Add(LandmarkNames.Contralateral, LandmarkNames.Contralateral, "R", CupCentre(pelvis.RightCup));
            Add(LandmarkNames.Contralateral2, LandmarkNames.Contralateral, "L", CupCentre(pelvis.LeftCup));
        }
        else
        {
            Add(LandmarkNames.Contralateral, LandmarkNames.Contralateral, sides.Left ? "R" : "L", sides.Left ? pelvis.RightHead : pelvis.LeftHead);
        }

        return named;
    }

    private string? Implausible(Dictionary<string, Point2> points, HipSides sides)
    {
        Dictionary<string, Point2> second = points.Where(p => !p.Key.StartsWith("cup.", StringComparison.Ordinal) && p.Key != LandmarkNames.Contralateral)
            .ToDictionary(p => p.Key.Replace("cup2.", "cup.", StringComparison.Ordinal).Replace(LandmarkNames.Contralateral2, LandmarkNames.Contralateral, StringComparison.Ordinal), p => p.Value, StringComparer.Ordinal);
        foreach (PlausibilityGroup group in manifest.Plausibility)
        {
            double? distance = Plausibility.Distance(group, points, sides.CupSide == "R");
            double? other = sides.IsBilateral ? Plausibility.Distance(group, second, true) : null;
            double worst = Math.Max(distance ?? 0, other ?? 0);
            if (worst > group.Limit)
            {
                return Text($"The landmarks {string.Join(", ", group.Names)} do not lie to each other as in a pelvis (distance {worst:0.0}, limit {group.Limit:0.0}).");
            }
        }

        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
