using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>First stage: SSD512 on the whole film.</summary>
internal sealed class PelvisDetector
{
    private const double Floor = 0.02;
    private const double MarkerOverlap = 0.3;

    private readonly SsdManifest _manifest;
    private readonly INetwork _network;
    private readonly Box[] _priors;
    private readonly Dictionary<string, int> _classes;

    public PelvisDetector(SsdManifest manifest, INetwork network)
    {
        _manifest = manifest;
        _network = network;
        _priors = SsdPriors.Create(manifest.Ssd.Levels);
        _classes = manifest.Classes.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
    }

    /// <summary>Runs the network and picks the best box of each class, cups and heads on each side of the midline.</summary>
    public DetectedPelvis Detect(PreparedFilm film, CancellationToken cancellationToken)
    {
        int size = _manifest.Preprocessing.Size;
        IReadOnlyDictionary<string, Tensor> outputs = _network.Run(
            new Dictionary<string, Tensor> { [_manifest.Input.Tensor] = new(film.Network, 1, 1, size, size) }, cancellationToken);
        List<Detection> found = SsdDecoder.Decode(
            outputs[_manifest.Outputs.Locations].Data, outputs[_manifest.Outputs.Confidences].Data, _manifest.Classes.Count, _priors, _manifest.Ssd.Variances, Floor);

        // A centre outside the film's part of the picture (padding) is nothing.
        double width = film.Equalised.Width * film.Factor, height = film.Equalised.Height * film.Factor;
        found.RemoveAll(d => d.Box.CentreX < 0 || d.Box.CentreY < 0 || d.Box.CentreX > width || d.Box.CentreY > height);
        return Pick(found, width, film);
    }

    private DetectedPelvis Pick(List<Detection> found, double width, PreparedFilm film)
    {
        FoundPoint? Best(string name, Func<Box, bool>? admits = null) =>
            _classes.TryGetValue(name, out int index) && SsdDecoder.Best(found, index, admits) is { } d
                ? new FoundPoint(film.NetworkToAnalysis(d.Box.Centre), d.Probability) : null;

        Dictionary<string, FoundPoint> Several(IEnumerable<string> names, Func<Box, bool>? admits = null) =>
            names.Select(n => (Name: n, Point: Best(n, admits))).Where(p => p.Point is not null)
                .ToDictionary(p => p.Name, p => p.Point!.Value, StringComparer.Ordinal);

        Dictionary<string, FoundPoint> bones = Several(LandmarkNames.Pelvis);
        double midline = Midline(bones, _manifest.Thresholds.Pelvis) is { } m ? film.AnalysisToNetwork(new Point2(m, 0)).X : width / 2;
        bool IsLeft(Box b) => b.CentreX >= midline;
        bool IsRight(Box b) => b.CentreX < midline;
        var markers = new List<(char, Point2)>();
        foreach ((string name, char letter) in ((string, char)[])[(LandmarkNames.MarkerLeft, 'L'), (LandmarkNames.MarkerRight, 'R')])
        {
            if (_classes.TryGetValue(name, out int index))
            {
                markers.AddRange(SsdDecoder.Suppress(found.Where(d => d.Class == index && d.Probability >= _manifest.Thresholds.Marker), MarkerOverlap)
                    .Select(d => (letter, film.NetworkToAnalysis(d.Box.Centre))));
            }
        }

        return new DetectedPelvis
        {
            Bones = bones,
            LeftCup = Several(LandmarkNames.Cup, IsLeft),
            RightCup = Several(LandmarkNames.Cup, IsRight),
            LeftHead = Best(LandmarkNames.Contralateral, IsLeft),
            RightHead = Best(LandmarkNames.Contralateral, IsRight),
            Markers = markers,
            Midline = film.NetworkToAnalysis(new Point2(midline, 0)).X,
        };
    }

    /// <summary>Column of the midline: the mean of the middles of the pairs and the symphysis that are sure enough; null when none is.</summary>
    private static double? Midline(Dictionary<string, FoundPoint> bones, double limit)
    {
        var columns = new List<double>();
        bool Sure(string name, out Point2 at)
        {
            bool sure = bones.TryGetValue(name, out FoundPoint p) && p.Confidence >= limit;
            at = p.At;
            return sure;
        }

        if (Sure(LandmarkNames.TeardropLeft, out Point2 tl) && Sure(LandmarkNames.TeardropRight, out Point2 tr))
        {
            columns.Add((tl.X + tr.X) / 2);
        }

        if (Sure(LandmarkNames.IschiumLeft, out Point2 il) && Sure(LandmarkNames.IschiumRight, out Point2 ir))
        {
            columns.Add((il.X + ir.X) / 2);
        }

        if (Sure(LandmarkNames.Symphysis, out Point2 s))
        {
            columns.Add(s.X);
        }

        return columns.Count == 0 ? null : columns.Average();
    }
}
