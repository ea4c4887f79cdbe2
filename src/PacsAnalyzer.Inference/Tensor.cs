namespace PacsAnalyzer.Inference;

/// <summary>A dense float32 tensor, row-major (the last dimension runs fastest).</summary>
public sealed class Tensor
{
    /// <summary>Wraps values; they are not copied.</summary>
    /// <param name="data">The values; as many as the product of <paramref name="shape"/>.</param>
    /// <param name="shape">The dimensions, none negative.</param>
    /// <exception cref="ArgumentException">The count of values is not the product of the dimensions.</exception>
    public Tensor(float[] data, params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(shape);
        if (CountOf(shape) != data.LongLength)
        {
            throw new ArgumentException($"A tensor of shape {Describe(shape)} does not hold {data.LongLength} values.", nameof(data));
        }

        Data = data;
        Shape = shape;
    }

    /// <summary>The values.</summary>
    public float[] Data { get; }

    /// <summary>The dimensions.</summary>
    public long[] Shape { get; }

    /// <summary>A tensor of zeros.</summary>
    /// <param name="shape">The dimensions.</param>
    public static Tensor Zeros(params long[] shape) => new(new float[CountOf(shape)], shape);

    /// <summary>"[1, 3, 512, 512]", with "?" for a dimension that is free.</summary>
    /// <param name="shape">The dimensions.</param>
    public static string Describe(IReadOnlyList<long> shape) =>
        "[" + string.Join(", ", shape.Select(d => d < 0 ? "?" : d.ToString(System.Globalization.CultureInfo.InvariantCulture))) + "]";

    /// <inheritdoc/>
    public override string ToString() => $"float32 {Describe(Shape)}";

    private static long CountOf(long[] shape)
    {
        long count = 1;
        foreach (long dimension in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimension, nameof(shape));
            count = checked(count * dimension);
        }

        return count;
    }
}
