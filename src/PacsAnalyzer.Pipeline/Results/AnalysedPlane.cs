namespace PacsAnalyzer.Pipeline.Results;

/// <summary>The picture a spine analysis was made on: resampled Hounsfield units and its place in the patient.</summary>
/// <param name="Width">Columns (run to the patient's back).</param>
/// <param name="Height">Rows (run to the feet).</param>
/// <param name="PixelMm">Square pixel size, mm.</param>
/// <param name="Hu">Row-major HU values, <paramref name="Width"/> x <paramref name="Height"/>; NaN outside the volume.</param>
/// <param name="OriginMm">Patient position (LPS) of the top left corner of the top left pixel.</param>
/// <param name="ColumnDirection">Unit vector along a row (increasing column), LPS.</param>
/// <param name="RowDirection">Unit vector down a column (increasing row), LPS.</param>
/// <param name="FrameOfReferenceUid">Frame of reference (0020,0052).</param>
public sealed record AnalysedPlane(
    int Width,
    int Height,
    double PixelMm,
    float[] Hu,
    double[] OriginMm,
    double[] ColumnDirection,
    double[] RowDirection,
    string FrameOfReferenceUid)
{
    /// <summary>Patient position of a picture coordinate (column, row; corner convention).</summary>
    public double[] ToPatient(double column, double row) =>
    [
        OriginMm[0] + ((ColumnDirection[0] * column + RowDirection[0] * row) * PixelMm),
        OriginMm[1] + ((ColumnDirection[1] * column + RowDirection[1] * row) * PixelMm),
        OriginMm[2] + ((ColumnDirection[2] * column + RowDirection[2] * row) * PixelMm),
    ];

    /// <summary>Picture coordinate (column, row) of a patient position, projected onto the plane.</summary>
    public (double Column, double Row) FromPatient(IReadOnlyList<double> p)
    {
        double x = p[0] - OriginMm[0], y = p[1] - OriginMm[1], z = p[2] - OriginMm[2];
        return (
            ((x * ColumnDirection[0]) + (y * ColumnDirection[1]) + (z * ColumnDirection[2])) / PixelMm,
            ((x * RowDirection[0]) + (y * RowDirection[1]) + (z * RowDirection[2])) / PixelMm);
    }
}
