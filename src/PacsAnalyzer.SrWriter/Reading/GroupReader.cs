using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Reading;

/// <summary>Reads measurement groups.</summary>
internal static class GroupReader
{
    private static readonly Dictionary<CodedConcept, string> LevelOf = Codes.Vertebrae.ToDictionary(pair => pair.Value, pair => pair.Key);
    private static readonly Dictionary<CodedConcept, string> LandmarkOf = Codes.Landmarks.ToDictionary(pair => pair.Value, pair => pair.Key);
    private static readonly Dictionary<CodedConcept, string> CodeOf = Codes.Measurements.ToDictionary(pair => pair.Value, pair => pair.Key);

    internal static DecodedGroup Read(SrNode group)
    {
        List<SrNode> sites = [.. group.All(Codes.FindingSite)];
        CodedConcept? laterality = sites.Select(site => site.First(Codes.Laterality)?.Code).FirstOrDefault(code => code is not null);
        string? level = sites.Count == 1 ? Level(sites[0]) : null;
        return new DecodedGroup
        {
            Template = group.TemplateId ?? "",
            TrackingIdentifier = group.First(Codes.TrackingIdentifier)?.Text ?? "",
            TrackingUid = group.First(Codes.TrackingUniqueIdentifier)?.Uid ?? "",
            Finding = group.First(Codes.Finding)?.Code,
            Sites = [.. sites.Select(site => site.Code).OfType<CodedConcept>()],
            Laterality = laterality,
            Method = group.First(Codes.MeasurementMethod)?.Code,
            Measurements = [.. group.Children
                .Where(n => n.ValueType == "NUM" && n.Name is not null && !Codes.Confidence.Equals(n.Name) && !Codes.Area.Equals(n.Name))
                .Select(n => Number(n, Side(laterality), level))],
        };
    }

    /// <summary>A landmark: the number is its confidence, the coordinates are its own.</summary>
    internal static Landmark Landmark(SrNode confidence)
    {
        DecodedLine? point = Lines(confidence).FirstOrDefault();
        string name = point is null ? "" : LandmarkOf.GetValueOrDefault(point.Name, point.Name.Value);
        return new Landmark(name, Side(confidence.First(Codes.Laterality)?.Code), point?.SopInstanceUid ?? "",
            point?.Points[0][0] ?? double.NaN, point?.Points[0][1] ?? double.NaN, confidence.Number ?? double.NaN);
    }

    internal static DecodedVertebra Vertebra(SrNode group)
    {
        SrNode? region = group.First(Codes.ImageRegion);
        bool isPatient = region?.ValueType == "SCOORD3D";
        List<double[]> points = [.. (region?.GraphicData ?? []).Chunk(isPatient ? 3 : 2)];
        return new DecodedVertebra
        {
            Level = group.First(Codes.FindingSite) is { } site ? Level(site) : null,
            AreaMm2 = group.First(Codes.Area)?.Number,
            Confidence = group.First(Codes.Confidence)?.Number,
            Flags = [.. group.All(Codes.BodyFlag).Select(n => n.Code?.Value).OfType<string>()],
            PolygonPixels = isPatient ? [] : points,
            PolygonSopInstanceUid = region?.Children.Select(n => n.ReferencedInstance).FirstOrDefault(),
            PolygonPatientMm = isPatient ? points : [],
            FrameOfReferenceUid = region?.FrameOfReference,
        };
    }

    private static DecodedMeasurement Number(SrNode node, string? side, string? level)
    {
        bool isOfOneBody = CodeOf.GetValueOrDefault(node.Name!) is "VBMD-TRAB" or "MEAN-HU";
        double? lower = node.First(Codes.RangeLower)?.Number, upper = node.First(Codes.RangeUpper)?.Number;
        CodedConcept? normality = node.First(Codes.Normality)?.Code;
        return new DecodedMeasurement
        {
            Name = node.Name!,
            Qualifier = node.Qualifier,
            AlgorithmName = node.First(Codes.AlgorithmName)?.Text,
            AlgorithmVersion = node.First(Codes.AlgorithmVersion)?.Text,
            Lines = [.. Lines(node)],
            Value = new Measurement
            {
                Code = CodeOf.GetValueOrDefault(node.Name!, node.Name!.Value),
                Value = node.Number,
                Unit = node.Unit ?? "",
                Side = side,
                Level = isOfOneBody ? level : null,
                Range = lower is null && upper is null ? null : [lower, upper],
                RangeSource = node.First(Codes.RangeAuthority)?.Text,
                Reason = node.First(Codes.Reason)?.Code?.Value,
                Normality = Codes.Within.Equals(normality) ? Normality.Within
                    : !Codes.Outside.Equals(normality) ? Normality.NotAssessed
                    : Codes.Below.Equals(node.First(Codes.DirectionFromLimit)?.Code) ? Normality.Below : Normality.Above,
            },
        };
    }

    private static IEnumerable<DecodedLine> Lines(SrNode node) => node.Children
        .Where(child => child.ValueType == "SCOORD" && child.Name is not null)
        .Select(child => new DecodedLine(child.Name!, child.GraphicType ?? "", child.Children.Select(n => n.ReferencedInstance).FirstOrDefault() ?? "", [.. child.GraphicData.Chunk(2)]));

    private static string? Side(CodedConcept? laterality) => Codes.Left.Equals(laterality) ? "L" : Codes.Right.Equals(laterality) ? "R" : null;

    private static string? Level(SrNode site) => site.Code is { } code ? LevelOf.GetValueOrDefault(code) : null;
}
