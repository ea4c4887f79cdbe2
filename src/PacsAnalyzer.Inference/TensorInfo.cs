namespace PacsAnalyzer.Inference;

/// <summary>An input or output that a model declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">ONNXTensorElementDataType: 1 is float32, the only one that is run here.</param>
/// <param name="Shape">Its dimensions; -1 where the model leaves one free.</param>
public sealed record TensorInfo(string Name, int ElementType, IReadOnlyList<long> Shape)
{
    /// <summary>ONNX's number for float32.</summary>
    public const int Float32 = 1;

    /// <summary>Whether a tensor of this shape fits.</summary>
    /// <param name="shape">The dimensions to compare; a negative one is free.</param>
    public bool Accepts(IReadOnlyList<long> shape) =>
        shape.Count == Shape.Count && shape.Zip(Shape).All(pair => pair.First < 0 || pair.Second < 0 || pair.First == pair.Second);
}
