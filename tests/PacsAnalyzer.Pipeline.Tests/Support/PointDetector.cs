using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Tests.Support;

/// <summary>Stands for the detector: answers with given points of the network's picture, each with a probability.</summary>
internal sealed class PointDetector(SsdManifest manifest, IEnumerable<(string Name, Point2 At, double Probability)> points) : INetwork
{
    private readonly List<(string Name, Point2 At, double Probability)> _points = [.. points];

    public string Provider => "Fake";

    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs, CancellationToken cancellationToken)
    {
        int classes = manifest.Classes.Count, priors = (int)manifest.Ssd.PriorCount, cells = manifest.Ssd.Levels[0].Cells;
        double step = manifest.Ssd.Levels[0].Step, size = manifest.Ssd.Levels[0].MinSize;
        var locations = new float[priors * 4];
        var logits = new float[priors * classes];
        for (int p = 0; p < priors; p++)
        {
            logits[p * classes] = 20;
        }

        foreach ((string name, Point2 at, double probability) in _points)
        {
            int column = Math.Clamp((int)(at.X / step), 0, cells - 1), row = Math.Clamp((int)(at.Y / step), 0, cells - 1);
            int prior = ((row * cells) + column) * manifest.Ssd.Levels[0].PriorsPerCell;
            locations[prior * 4] = (float)((at.X - ((column + 0.5) * step)) / (0.1 * size));
            locations[(prior * 4) + 1] = (float)((at.Y - ((row + 0.5) * step)) / (0.1 * size));

            // Two classes share what there is: softmax of log p and log (1 - p).
            Span<float> own = logits.AsSpan(prior * classes, classes);
            own.Fill(-50);
            own[0] = (float)Math.Log(1 - probability);
            own[((List<string>)[.. manifest.Classes]).IndexOf(name)] = (float)Math.Log(probability);
        }

        return new Dictionary<string, Tensor> { ["locations"] = new(locations, 1, priors, 4), ["confidences"] = new(logits, 1, priors, classes) };
    }
}
