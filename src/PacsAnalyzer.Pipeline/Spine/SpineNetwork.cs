using PacsAnalyzer.Inference;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>The network on a plane of any size: windows, decoding, merging.</summary>
internal sealed class SpineNetwork(MaskRcnnManifest manifest, INetwork network)
{
    private const float Tissue = -300;

    /// <summary>Constants.</summary>
    public MaskRcnnManifest Manifest => manifest;

    /// <summary>Bodies and sacrum of three neighbouring planes (patient's right, middle, left), HU as scanned, in pixels of the plane.</summary>
    public List<SpineBody> Run(IReadOnlyList<float[]> planes, int width, int height, double kvpFactor, CancellationToken cancellationToken)
    {
        SpinePreprocessing c = manifest.Preprocessing;
        var found = new List<SpineBody>();
        foreach (NetworkWindow window in NetworkWindow.Cover(width, height, c.Size, TissueColumn(planes[1], width, height)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            float[] input = window.Fill(planes, width, height, kvpFactor, c);
            IReadOnlyDictionary<string, Tensor> o = network.Run(
                new Dictionary<string, Tensor> { [manifest.Input.Tensor] = new(input, 1, planes.Count, c.Size, c.Size) }, cancellationToken);
            MaskRcnnOutputs names = manifest.Outputs;
            var outputs = new SpineOutputs(o[names.Boxes].Data, o[names.Scores].Data, o[names.Labels].Data, o[names.Masks].Data, o[names.Densities].Data);
            found.AddRange(SpineDecoder.Decode(outputs, window, height, manifest));
        }

        return SpineDecoder.Merge(found, manifest.MaskRcnn.NmsIou);
    }

    /// <summary>Middle column of the patient; used only where the plane is wider than the network's picture. The table lies apart and counts little.</summary>
    private static int TissueColumn(float[] plane, int width, int height)
    {
        double sum = 0, count = 0;
        for (int y = 0; y < height; y += 4)
        {
            for (int x = 0; x < width; x += 4)
            {
                if (plane[(y * width) + x] > Tissue)
                {
                    sum += x;
                    count++;
                }
            }
        }

        return count == 0 ? width / 2 : (int)(sum / count);
    }
}
