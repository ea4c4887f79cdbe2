using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Finds the best sagittal plane: bone content first, then the network's own detections on trial planes, then a line through the bodies' middles.</summary>
internal sealed class PlaneChooser(SpineNetwork network)
{
    private const double TrialStepMm = 10;
    private const double ReachMm = 50;
    private const double Fading = 0.5;

    /// <summary>Chooses; the plane's bodies are empty when no trial shows one.</summary>
    public ChosenPlane Choose(HuVolume volume, SliceOrientation orientation, double kvpFactor, CancellationToken cancellationToken) =>
        orientation == SliceOrientation.Sagittal
            ? OfSlices(volume, kvpFactor, cancellationToken)
            : Resampled(volume, kvpFactor, cancellationToken);

    private ChosenPlane OfSlices(HuVolume volume, double kvpFactor, CancellationToken cancellationToken)
    {
        double spacing = Math.Abs(volume.SliceStep.Dot(volume.ColumnStep.Cross(volume.RowStep).Normalized()));
        int neighbour = Math.Max(1, (int)Math.Round(network.Manifest.Preprocessing.PlaneSpacingMm / spacing));
        int step = Math.Max(1, (int)Math.Round(TrialStepMm / spacing));
        var seen = new Dictionary<int, ChosenPlane>();
        ChosenPlane At(int slice)
        {
            if (!seen.TryGetValue(slice, out ChosenPlane? plane))
            {
                seen[slice] = plane = Slice(volume, slice, neighbour, kvpFactor, cancellationToken);
            }

            return plane;
        }

        List<LateralEvidence> trials = Search(volume.Slices / 2, step, (int)(ReachMm / spacing), 0, volume.Slices - 1, x => Evidence(x, At((int)x)));
        if (trials.TrueForAll(t => t.Bodies.Count == 0))
        {
            return At(volume.Slices / 2);
        }

        double total = trials.Sum(t => t.Total);
        int best = Math.Clamp((int)Math.Round(trials.Sum(t => t.X * t.Total) / total), 0, volume.Slices - 1);
        ChosenPlane middle = At(best);

        // The mean may fall on a slice that shows less than a trial did, as beside an asymmetric field of view.
        LateralEvidence most = trials.MaxBy(t => t.Total)!;
        return Evidence(best, middle).Total >= 0.8 * most.Total ? middle : At((int)most.X);
    }

    private ChosenPlane Resampled(HuVolume volume, double kvpFactor, CancellationToken cancellationToken)
    {
        double pixel = network.Manifest.Preprocessing.PixelMm;
        Vector3 centre = volume.ToPatient((volume.Columns - 1) / 2.0, (volume.Rows - 1) / 2.0, (volume.Slices - 1) / 2.0);
        var seen = new Dictionary<double, ChosenPlane>();
        ChosenPlane At(double x) => seen.TryGetValue(x, out ChosenPlane? plane) ? plane
            : seen[x] = Plane(volume, PlaneFrame.Sagittal(volume, x, 0, centre.Z, pixel), kvpFactor, 0, cancellationToken);

        double start = BoneProfile.Lateral(volume, kvpFactor);
        List<LateralEvidence> trials = Search(start, TrialStepMm, ReachMm, double.MinValue, double.MaxValue, x => Evidence(x, At(x)));
        List<(double Height, double X, double Weight)> middles = LateralFit.Middles(trials);
        if (middles.Count == 0)
        {
            return At(start);
        }

        // Heights run to the feet from the top of the trial planes; z runs to the head.
        double top = At(start).Frame.Origin.Z;
        (double x, double slope, double residual) = LateralFit.Line(middles, top - centre.Z);
        return Plane(volume, PlaneFrame.Sagittal(volume, x, -slope, centre.Z, pixel), kvpFactor, residual, cancellationToken);
    }

    /// <summary>Trials from a start to both sides, each side until less than half of the best is left.</summary>
    private static List<LateralEvidence> Search(double start, double step, double reach, double least, double most, Func<double, LateralEvidence> look)
    {
        var trials = new List<LateralEvidence> { look(start) };
        foreach (int sign in (int[])[1, -1])
        {
            for (double d = step; d <= reach; d += step)
            {
                double x = start + (sign * d);
                if (x < least || x > most)
                {
                    break;
                }

                LateralEvidence trial = look(x);
                double best = trials.Max(t => t.Total);
                trials.Add(trial);
                if (trial.Total < Fading * best || (trial.Total == 0 && d > 2 * step))
                {
                    break;
                }
            }
        }

        return trials;
    }

    private static LateralEvidence Evidence(double x, ChosenPlane plane) => new(x,
        [.. plane.Bodies.Where(b => b.Label == 1).Select(b => (b.Centre.Y * plane.Frame.PixelMm, b.Score * b.Mask.Area))]);

    private ChosenPlane Slice(HuVolume volume, int slice, int neighbour, double kvpFactor, CancellationToken cancellationToken)
    {
        PlaneFrame frame = PlaneFrame.OfSlice(volume, slice, network.Manifest.Preprocessing.PixelMm);

        // Slices in order along the normal may run to either side of the patient; channels always run from the patient's right to the left.
        int towardsLeft = volume.SliceStep.Dot(frame.TowardsLeft) >= 0 ? neighbour : -neighbour;
        float[][] planes = [.. ((int[])[slice - towardsLeft, slice, slice + towardsLeft])
            .Select(s => PlaneFrame.OfSlice(volume, Math.Clamp(s, 0, volume.Slices - 1), frame.PixelMm).Sample(volume))];
        return new ChosenPlane(frame, planes, network.Run(planes, frame.Width, frame.Height, kvpFactor, cancellationToken), slice, 0);
    }

    private ChosenPlane Plane(HuVolume volume, PlaneFrame frame, double kvpFactor, double residual, CancellationToken cancellationToken)
    {
        Vector3 aside = frame.TowardsLeft * network.Manifest.Preprocessing.PlaneSpacingMm;
        float[][] planes = [frame.Shift(-aside).Sample(volume), frame.Sample(volume), frame.Shift(aside).Sample(volume)];
        return new ChosenPlane(frame, planes, network.Run(planes, frame.Width, frame.Height, kvpFactor, cancellationToken), null, residual);
    }
}
