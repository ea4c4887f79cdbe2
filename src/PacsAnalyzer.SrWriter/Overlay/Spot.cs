namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>A place on the drawn picture, pixels; x to the right, y down.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);

    public static Spot operator -(Spot a, Spot b) => new(a.X - b.X, a.Y - b.Y);

    public static Spot operator *(Spot a, double f) => new(a.X * f, a.Y * f);

    internal double Length => Math.Sqrt((X * X) + (Y * Y));

    internal double Angle => Math.Atan2(Y, X);

    internal static Spot Middle(Spot a, Spot b) => (a + b) * 0.5;
}
