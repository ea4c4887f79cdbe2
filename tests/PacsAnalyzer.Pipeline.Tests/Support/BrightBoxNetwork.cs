using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline.Tests.Support;

/// <summary>Stands for the spine network: every bright connected region of the middle channel is a body (grey over 100) or, when brighter than 200, a sacrum.
/// What it sees is exactly what the pipeline prepared, so places that come back test the whole geometry.</summary>
internal sealed class BrightBoxNetwork : INetwork
{
    private const int Size = 512;
    private const int Places = 24;

    public string Provider => "Fake";

    public int Runs { get; private set; }

    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs, CancellationToken cancellationToken)
    {
        Runs++;
        float[] middle = inputs["image"].Data.AsSpan(Size * Size, Size * Size).ToArray();
        var boxes = new float[Places * 4];
        var scores = new float[Places];
        var labels = new float[Places];
        var masks = new float[Places * 56 * 56];
        var densities = new float[Places];
        int k = 0;
        foreach ((int x1, int y1, int x2, int y2, float grey) in Regions(middle))
        {
            if (k == Places)
            {
                break;
            }

            boxes[4 * k] = x1;
            boxes[(4 * k) + 1] = y1;
            boxes[(4 * k) + 2] = x2;
            boxes[(4 * k) + 3] = y2;
            scores[k] = 0.9f;
            labels[k] = grey > 200 ? 2 : 1;
            densities[k] = grey;
            masks.AsSpan(k * 56 * 56, 56 * 56).Fill(1);
            k++;
        }

        return new Dictionary<string, Tensor>
        {
            ["boxes"] = new(boxes, Places, 4), ["scores"] = new(scores, Places), ["labels"] = new(labels, Places), ["masks"] = new(masks, Places, 56, 56), ["densities"] = new(densities, Places),
        };
    }

    private static List<(int X1, int Y1, int X2, int Y2, float Grey)> Regions(float[] image)
    {
        var seen = new bool[image.Length];
        var found = new List<(int, int, int, int, float)>();
        for (int start = 0; start < image.Length; start++)
        {
            if (seen[start] || image[start] <= 80)
            {
                continue;
            }

            var open = new Stack<int>([start]);
            seen[start] = true;
            int x1 = Size, y1 = Size, x2 = 0, y2 = 0, count = 0;
            float most = 0;
            while (open.TryPop(out int at))
            {
                int x = at % Size, y = at / Size;
                (x1, y1, x2, y2) = (Math.Min(x1, x), Math.Min(y1, y), Math.Max(x2, x + 1), Math.Max(y2, y + 1));
                most = Math.Max(most, image[at]);
                count++;
                foreach (int next in (int[])[x > 0 ? at - 1 : at, x < Size - 1 ? at + 1 : at, y > 0 ? at - Size : at, y < Size - 1 ? at + Size : at])
                {
                    if (!seen[next] && image[next] > 80)
                    {
                        seen[next] = true;
                        open.Push(next);
                    }
                }
            }

            if (count > 200)
            {
                found.Add((x1, y1, x2, y2, most));
            }
        }

        return found;
    }
}
