using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Second stage: a heat map on a crop round each landmark of the first.</summary>
internal sealed class PelvisRefiner(RefineStage stage, double analysisMm, INetwork network)
{
    /// <summary>The landmarks with better places; a point whose map has no clear maximum stays where the first stage put it.</summary>
    public DetectedPelvis Refine(DetectedPelvis pelvis, Plane8 picture, CancellationToken cancellationToken)
    {
        var wanted = new List<(string Group, string Name, FoundPoint Point, RefineCrop Crop)>();
        void Want(string group, string name, FoundPoint point)
        {
            if (stage.Landmarks.Contains(name))
            {
                bool mirrored = group == "right" && IsSided(name);

                // Whole pixels, as in training: interpolation would blur the crop.
                wanted.Add((group, name, point, new RefineCrop(new Point2(Math.Round(point.At.X), Math.Round(point.At.Y)), stage.Size, stage.PixelMm / analysisMm, mirrored)));
            }
        }

        foreach ((string name, FoundPoint point) in pelvis.Bones)
        {
            Want("bones", name, point);
        }

        foreach ((string name, FoundPoint point) in pelvis.LeftCup)
        {
            Want("left", name, point);
        }

        foreach ((string name, FoundPoint point) in pelvis.RightCup)
        {
            Want("right", name, point);
        }

        if (pelvis.LeftHead is { } leftHead)
        {
            Want("left", LandmarkNames.Contralateral, leftHead);
        }

        if (pelvis.RightHead is { } rightHead)
        {
            Want("right", LandmarkNames.Contralateral, rightHead);
        }

        if (wanted.Count == 0)
        {
            return pelvis;
        }

        FoundPoint[] better = Run(picture, [.. wanted.Select(w => (w.Name, w.Point, w.Crop))], cancellationToken);
        Dictionary<string, FoundPoint> Of(string group) => wanted.Select((w, i) => (w, p: better[i])).Where(x => x.w.Group == group).ToDictionary(x => x.w.Name, x => x.p, StringComparer.Ordinal);
        Dictionary<string, FoundPoint> left = Of("left"), right = Of("right");
        return pelvis with
        {
            Bones = Replace(pelvis.Bones, Of("bones")),
            LeftCup = Replace(pelvis.LeftCup, left),
            RightCup = Replace(pelvis.RightCup, right),
            LeftHead = left.TryGetValue(LandmarkNames.Contralateral, out FoundPoint l) ? l : pelvis.LeftHead,
            RightHead = right.TryGetValue(LandmarkNames.Contralateral, out FoundPoint r) ? r : pelvis.RightHead,
        };
    }

    private static bool IsSided(string name) => name.StartsWith("cup.", StringComparison.Ordinal) || name == LandmarkNames.Contralateral;

    private static Dictionary<string, FoundPoint> Replace(IReadOnlyDictionary<string, FoundPoint> first, Dictionary<string, FoundPoint> second) =>
        first.ToDictionary(p => p.Key, p => second.TryGetValue(p.Key, out FoundPoint better) ? better : p.Value, StringComparer.Ordinal);

    private FoundPoint[] Run(Plane8 picture, (string Name, FoundPoint Point, RefineCrop Crop)[] wanted, CancellationToken cancellationToken)
    {
        int size = stage.Size, area = size * size, channels = stage.Landmarks.Count;
        var input = new float[wanted.Length * area];
        for (int k = 0; k < wanted.Length; k++)
        {
            wanted[k].Crop.Cut(picture, stage.Mean, stage.Std, input.AsSpan(k * area, area));
        }

        float[] maps = network.Run(new Dictionary<string, Tensor> { [stage.Input] = new(input, wanted.Length, 1, size, size) }, cancellationToken)[stage.Output].Data;
        if (maps.Length != wanted.Length * channels * area)
        {
            throw new InvalidDataException($"The second stage returned {maps.Length} values; {wanted.Length} crops of {channels} maps of {size} x {size} need {wanted.Length * channels * area}.");
        }

        var better = new FoundPoint[wanted.Length];
        for (int k = 0; k < wanted.Length; k++)
        {
            int channel = ((List<string>)[.. stage.Landmarks]).IndexOf(wanted[k].Name);
            (Point2 at, double value) = HeatmapPeak.Find(maps.AsSpan(((k * channels) + channel) * area, area), size, size);
            FoundPoint first = wanted[k].Point;

            // Two independent looks: their geometric mean is high only where both are sure.
            better[k] = value > stage.Threshold ? new FoundPoint(wanted[k].Crop.ToPicture(at), Math.Sqrt(first.Confidence * value)) : first;
        }

        return better;
    }
}
