namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>A picture of floats, row-major.</summary>
internal sealed record PlaneF(float[] Values, int Width, int Height)
{
    public float this[int column, int row] => Values[(row * Width) + column];
}
