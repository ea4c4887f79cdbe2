using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Hounsfield units of a stack of parallel slices, 16 bits a voxel; its axes need not be at right angles (gantry tilt).</summary>
internal sealed class HuVolume
{
    private readonly short[] _data;
    private readonly Vector3 _toColumn;
    private readonly Vector3 _toRow;
    private readonly Vector3 _toSlice;

    /// <summary>Makes a volume.</summary>
    /// <param name="data">Slice, row, column.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="slices">Slices.</param>
    /// <param name="origin">Centre of the first voxel, LPS mm.</param>
    /// <param name="columnStep">From a column to the next.</param>
    /// <param name="rowStep">From a row to the next.</param>
    /// <param name="sliceStep">From a slice to the next.</param>
    public HuVolume(short[] data, int columns, int rows, int slices, Vector3 origin, Vector3 columnStep, Vector3 rowStep, Vector3 sliceStep)
    {
        _data = data;
        Columns = columns;
        Rows = rows;
        Slices = slices;
        Origin = origin;
        ColumnStep = columnStep;
        RowStep = rowStep;
        SliceStep = sliceStep;
        double determinant = columnStep.Dot(rowStep.Cross(sliceStep));
        if (Math.Abs(determinant) < 1e-9)
        {
            throw new ArgumentException("The three steps of a volume lie in one plane.", nameof(sliceStep));
        }

        _toColumn = rowStep.Cross(sliceStep) * (1 / determinant);
        _toRow = sliceStep.Cross(columnStep) * (1 / determinant);
        _toSlice = columnStep.Cross(rowStep) * (1 / determinant);
    }

    public int Columns { get; }

    public int Rows { get; }

    public int Slices { get; }

    public Vector3 Origin { get; }

    public Vector3 ColumnStep { get; }

    public Vector3 RowStep { get; }

    public Vector3 SliceStep { get; }

    public short this[int column, int row, int slice] => _data[(((long)slice * Rows) + row) * Columns + column];

    /// <summary>Patient position of a voxel coordinate (centres at whole numbers).</summary>
    public Vector3 ToPatient(double column, double row, double slice) => Origin + (ColumnStep * column) + (RowStep * row) + (SliceStep * slice);

    /// <summary>Voxel coordinate of a patient position.</summary>
    public (double Column, double Row, double Slice) ToVoxel(Vector3 p)
    {
        Vector3 d = p - Origin;
        return (d.Dot(_toColumn), d.Dot(_toRow), d.Dot(_toSlice));
    }

    /// <summary>Trilinear value; within half a voxel of the outermost centres the edge repeats, beyond it is NaN.</summary>
    public float Sample(double column, double row, double slice)
    {
        const double Edge = 0.5 + 1e-6;
        if (!(column >= -Edge && row >= -Edge && slice >= -Edge && column <= Columns - 1 + Edge && row <= Rows - 1 + Edge && slice <= Slices - 1 + Edge))
        {
            return float.NaN;
        }

        (int c0, int c1, double fc) = Split(column, Columns);
        (int r0, int r1, double fr) = Split(row, Rows);
        (int s0, int s1, double fs) = Split(slice, Slices);
        double near = Plane(s0, c0, c1, fc, r0, r1, fr);
        return (float)(fs == 0 ? near : near + (fs * (Plane(s1, c0, c1, fc, r0, r1, fr) - near)));
    }

    private double Plane(int slice, int c0, int c1, double fc, int r0, int r1, double fr)
    {
        long at = (long)slice * Rows * Columns;
        long first = at + ((long)r0 * Columns), second = at + ((long)r1 * Columns);
        double a = _data[first + c0], b = _data[first + c1], c = _data[second + c0], d = _data[second + c1];
        double upper = a + (fc * (b - a)), lower = c + (fc * (d - c));
        return upper + (fr * (lower - upper));
    }

    private static (int Low, int High, double Fraction) Split(double at, int count)
    {
        double clamped = Math.Clamp(at, 0, count - 1);
        int low = Math.Min((int)clamped, count - 1);
        return (low, Math.Min(low + 1, count - 1), clamped - low);
    }
}
