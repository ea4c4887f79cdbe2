namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>From the detector's two output tensors to boxes.</summary>
internal static class SsdDecoder
{
    /// <summary>Softmax over the classes of every prior; returns every box of a class (background left out) at least as probable as <paramref name="floor"/>.</summary>
    /// <param name="locations">[P, 4] offsets.</param>
    /// <param name="logits">[P, C].</param>
    /// <param name="classes">C, background included.</param>
    /// <param name="priors">P boxes.</param>
    /// <param name="variances">Four.</param>
    /// <param name="floor">Least probability that is kept.</param>
    public static List<Detection> Decode(float[] locations, float[] logits, int classes, Box[] priors, IReadOnlyList<double> variances, double floor)
    {
        if (locations.Length != priors.Length * 4 || logits.Length != priors.Length * classes)
        {
            throw new InvalidDataException($"The detector returned {locations.Length} offsets and {logits.Length} logits; the manifest's {priors.Length} priors and {classes} classes need {priors.Length * 4} and {priors.Length * classes}.");
        }

        var found = new List<Detection>();
        var probabilities = new double[classes];
        for (int p = 0; p < priors.Length; p++)
        {
            Softmax(logits.AsSpan(p * classes, classes), probabilities);
            Box? box = null;
            for (int c = 1; c < classes; c++)
            {
                if (probabilities[c] >= floor)
                {
                    box ??= SsdPriors.Decode(priors[p], locations.AsSpan(p * 4, 4), variances);
                    found.Add(new Detection(c, probabilities[c], box.Value));
                }
            }
        }

        return found;
    }

    /// <summary>Softmax, safe against overflow.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, Span<double> probabilities)
    {
        double highest = double.NegativeInfinity, sum = 0;
        foreach (float logit in logits)
        {
            highest = Math.Max(highest, logit);
        }

        for (int i = 0; i < logits.Length; i++)
        {
            probabilities[i] = Math.Exp(logits[i] - highest);
            sum += probabilities[i];
        }

        for (int i = 0; i < logits.Length; i++)
        {
            probabilities[i] /= sum;
        }
    }

    /// <summary>Non-maximum suppression within each class, most probable first.</summary>
    public static List<Detection> Suppress(IEnumerable<Detection> detections, double overlap)
    {
        var kept = new List<Detection>();
        foreach (Detection d in detections.OrderByDescending(d => d.Probability))
        {
            if (!kept.Exists(k => k.Class == d.Class && k.Box.Overlap(d.Box) > overlap))
            {
                kept.Add(d);
            }
        }

        return kept;
    }

    /// <summary>The most probable box of a class among those that a condition admits, or null.</summary>
    public static Detection? Best(IEnumerable<Detection> detections, int wanted, Func<Box, bool>? admits = null)
    {
        Detection? best = null;
        foreach (Detection d in detections)
        {
            if (d.Class == wanted && (best is null || d.Probability > best.Value.Probability) && (admits is null || admits(d.Box)))
            {
                best = d;
            }
        }

        return best;
    }
}
