namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>An 8-bit picture, row-major.</summary>
internal sealed record Plane8(byte[] Values, int Width, int Height);
