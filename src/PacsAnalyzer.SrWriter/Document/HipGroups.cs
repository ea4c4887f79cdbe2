using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Templates;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Measurement groups of a film: one a hip side, one of what concerns both or an uncertain side, one of the landmarks.</summary>
internal sealed class HipGroups(ReportContext context)
{
    private readonly IReadOnlyList<Landmark> _landmarks = context.Result.Landmarks;

    internal List<ContentItem> Build()
    {
        var groups = new List<ContentItem>();
        foreach (IGrouping<string, Measurement> side in context.Result.Measurements.GroupBy(m => m.Side ?? "").OrderBy(g => g.Key.Length == 0 ? "Z" : g.Key, StringComparer.Ordinal))
        {
            groups.Add(Side(side.Key.Length == 0 ? null : side.Key, [.. side]));
        }

        if (_landmarks.Count > 0)
        {
            groups.Add(LandmarkGroup());
        }

        return groups;
    }

    private ContentItem Side(string? side, IReadOnlyList<Measurement> measurements)
    {
        bool isBoth = side is null && HipFigure.HasSecondCup(_landmarks) && context.Result.Landmarks.Any(l => l.Side is not null && l.Name.StartsWith("cup", StringComparison.Ordinal));
        (string name, string key, CodedConcept? laterality) = side switch
        {
            "L" => (context.Text.LeftHip, "L", Codes.Left),
            "R" => (context.Text.RightHip, "R", Codes.Right),
            _ when isBoth => (context.Text.BothHips, "B", Codes.Bilateral),
            _ => ($"{context.Text.Hip}, {context.Text.SideUncertain}", "U", (CodedConcept?)null),
        };
        var header = new GroupHeader(name, context.TrackingUid("hip-" + key), Codes.TotalHipProsthesis, Codes.MethodLandmarks, [new FindingSite(Codes.HipJoint, laterality)]);

        // With an uncertain side both cups may stand in one group: the first of a code is the first cup's.
        var seen = new HashSet<string>();
        List<ContentItem> numbers = [];
        foreach (Measurement measurement in measurements)
        {
            string cup = side is null ? (seen.Add(measurement.Code) ? "cup" : "cup2") : HipFigure.CupOf(_landmarks, side);
            numbers.Add(Tid300Measurement.Build(measurement, context.Algorithm, context.Language, measurement.Value is null ? [] : Sources(measurement.Code, cup)));
        }

        return Tid1501MeasurementGroup.Build(header, context.Language, numbers);
    }

    private IEnumerable<ContentItem?> Sources(string code, string cup)
    {
        var figure = new HipFigure(_landmarks, cup);
        string? image = _landmarks.Count == 0 ? null : _landmarks[0].SopInstanceUid;
        return image is null ? [] : code switch
        {
            "CUP-INCL" => [Line(Codes.CupDiameterLine, figure.Diameter, image), Line(Codes.IschialLine, figure.Ischial, image)],
            "CUP-COVER" => [Line(Codes.CupDiameterLine, figure.Diameter, image), Line(Codes.CoverageArc, figure.Coverage, image)],
            "HRC-VOFF" => [Line(Codes.TeardropLine, figure.Teardrops, image), Line(Codes.RotationCentres, figure.Centres, image)],
            "HRC-HOFF" => [Line(Codes.Midline, figure.Midline, image), Line(Codes.RotationCentres, figure.Centres, image)],
            _ => [],
        };
    }

    private ScoordItem? Line(CodedConcept name, IReadOnlyList<(double Column, double Row)>? points, string image) =>
        points is null ? null : new ScoordItem(Relationship.InferredFrom, name, "POLYLINE", points, context.Image(image));

    /// <summary>Every landmark with the network's confidence; its own group, so that the measurements stay short.</summary>
    private ContentItem LandmarkGroup()
    {
        var header = new GroupHeader(context.Text.Landmarks, context.TrackingUid("landmarks"), Codes.LandmarkSet, Codes.MethodLandmarks, [new FindingSite(Codes.Pelvis)]);
        return Tid1501MeasurementGroup.Build(header, context.Language, [.. _landmarks.Select(Confidence)]);
    }

    private ContentItem Confidence(Landmark landmark)
    {
        CodedConcept name = Codes.Landmarks.TryGetValue(landmark.Name, out CodedConcept? known) ? known : new CodedConcept(landmark.Name, Codes.PrivateScheme, landmark.Name);
        return Tid300Measurement.Figure(Codes.Confidence, landmark.Confidence, Units.One, context.Algorithm,
            landmark.Side is null ? null : new CodeItem(Relationship.HasConceptMod, Codes.Laterality, landmark.Side == "L" ? Codes.Left : Codes.Right),
            new ScoordItem(Relationship.InferredFrom, name, "POINT", [(landmark.Column, landmark.Row)], context.Image(landmark.SopInstanceUid)));
    }
}
