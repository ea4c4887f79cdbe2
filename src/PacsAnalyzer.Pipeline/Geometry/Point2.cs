namespace PacsAnalyzer.Pipeline.Geometry;

/// <summary>A point or vector of a picture: column to the right, row downwards.</summary>
/// <param name="X">Column coordinate.</param>
/// <param name="Y">Row coordinate.</param>
internal readonly record struct Point2(double X, double Y)
{
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    public double Dot(Point2 o) => (X * o.X) + (Y * o.Y);

    public double Cross(Point2 o) => (X * o.Y) - (Y * o.X);

    public Point2 Scale(double x, double y) => new(X * x, Y * y);

    public static Point2 Middle(Point2 a, Point2 b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    public static Point2 operator +(Point2 a, Point2 b) => new(a.X + b.X, a.Y + b.Y);

    public static Point2 operator -(Point2 a, Point2 b) => new(a.X - b.X, a.Y - b.Y);

    public static Point2 operator *(Point2 a, double s) => new(a.X * s, a.Y * s);
}
