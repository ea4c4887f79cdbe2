namespace PacsAnalyzer.Pipeline.Geometry;

/// <summary>A point or direction in patient space (LPS, millimetres), double precision.</summary>
/// <param name="X">Towards the patient's left.</param>
/// <param name="Y">Towards the back.</param>
/// <param name="Z">Towards the head.</param>
public readonly record struct Vector3(double X, double Y, double Z)
{
    /// <summary>Euclidean length.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>Same direction, length 1; the zero vector stays as it is.</summary>
    public Vector3 Normalized()
    {
        double length = Length;
        return length == 0 ? this : this * (1 / length);
    }

    /// <summary>Scalar product.</summary>
    public double Dot(Vector3 other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>Vector product.</summary>
    public Vector3 Cross(Vector3 other) => new(
        (Y * other.Z) - (Z * other.Y),
        (Z * other.X) - (X * other.Z),
        (X * other.Y) - (Y * other.X));

    /// <summary>The three components as a new array.</summary>
    public double[] ToArray() => [X, Y, Z];

    /// <summary>Reads three consecutive components.</summary>
    public static Vector3 From(IReadOnlyList<double> values, int start = 0) => new(values[start], values[start + 1], values[start + 2]);

    /// <summary>Sum.</summary>
    public static Vector3 operator +(Vector3 a, Vector3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Difference.</summary>
    public static Vector3 operator -(Vector3 a, Vector3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>Opposite.</summary>
    public static Vector3 operator -(Vector3 a) => new(-a.X, -a.Y, -a.Z);

    /// <summary>Scaled.</summary>
    public static Vector3 operator *(Vector3 a, double s) => new(a.X * s, a.Y * s, a.Z * s);

    /// <summary>Sum, as a method.</summary>
    public static Vector3 Add(Vector3 left, Vector3 right) => left + right;

    /// <summary>Difference, as a method.</summary>
    public static Vector3 Subtract(Vector3 left, Vector3 right) => left - right;

    /// <summary>Opposite, as a method.</summary>
    public static Vector3 Negate(Vector3 item) => -item;

    /// <summary>Scaled, as a method.</summary>
    public static Vector3 Multiply(Vector3 left, double right) => left * right;
}
