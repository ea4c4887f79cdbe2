using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Series;

/// <summary>Where the slices of a series lie, from Image Orientation and Position (Patient) alone (PS3.3 C.7.6.2.1.1).</summary>
public sealed record SeriesGeometry
{
    /// <summary>Two neighbours further apart than this many spacings leave a gap.</summary>
    public const double GapFactor = 1.5;

    /// <summary>Directions that differ by more than this are different stacks (cosine).</summary>
    private const double SameDirection = 0.9995;

    /// <summary>Slices nearer than this, mm, are the same place.</summary>
    private const double SamePlaceMm = 0.01;

    /// <summary>Slices of the largest stack, in order along <see cref="Normal"/>, duplicates left out.</summary>
    public IReadOnlyList<InstanceHeader> Slices { get; private init; } = [];

    /// <summary>Instances at a place that another one already holds.</summary>
    public IReadOnlyList<InstanceHeader> Duplicates { get; private init; } = [];

    /// <summary>Instances without a plane, of another orientation or size, or localizers.</summary>
    public IReadOnlyList<InstanceHeader> Others { get; private init; } = [];

    /// <summary>Name of the orientation.</summary>
    public SliceOrientation Orientation { get; private init; }

    /// <summary>Angle between the normal and the axis that names the orientation, degrees.</summary>
    public double ObliqueDegrees { get; private init; }

    /// <summary>Unit vector along a row (increasing column).</summary>
    public Vector3 RowDirection { get; private init; }

    /// <summary>Unit vector down a column (increasing row).</summary>
    public Vector3 ColumnDirection { get; private init; }

    /// <summary>Unit normal, row direction x column direction.</summary>
    public Vector3 Normal { get; private init; }

    /// <summary>Position of the first slice, mm (centre of its top left pixel).</summary>
    public Vector3 Origin { get; private init; }

    /// <summary>Mean vector from a slice to the next; not parallel to the normal when the gantry was tilted.</summary>
    public Vector3 Step { get; private init; }

    /// <summary>Median distance of neighbouring slices along the normal, mm; 0 for fewer than two.</summary>
    public double SpacingMm { get; private init; }

    /// <summary>Angle between the step and the normal, degrees (gantry tilt shears the volume).</summary>
    public double ShearDegrees { get; private init; }

    /// <summary>Distance from the first to the last slice along the normal, mm.</summary>
    public double LengthMm { get; private init; }

    /// <summary>Holes.</summary>
    public IReadOnlyList<SliceGap> Gaps { get; private init; } = [];

    /// <summary>Largest relative deviation of a distance from the median, gaps left out.</summary>
    public double Irregularity { get; private init; }

    /// <summary>Orders the instances of one series. Never throws: what has no geometry lands in <see cref="Others"/>.</summary>
    public static SeriesGeometry Of(IReadOnlyList<InstanceHeader> instances)
    {
        ArgumentNullException.ThrowIfNull(instances);
        List<List<InstanceHeader>> stacks = Stacks(instances);
        if (stacks.Count == 0)
        {
            return new SeriesGeometry { Others = [.. instances] };
        }

        List<InstanceHeader> stack = stacks.MaxBy(s => s.Count)!;
        var inStack = stack.ToHashSet(ReferenceEqualityComparer.Instance);
        (Vector3 row, Vector3 column) = Directions(stack[0]);
        Vector3 normal = row.Cross(column).Normalized();
        var placed = stack.Select(h => (Header: h, At: Vector3.From(h.ImagePositionPatient!).Dot(normal)))
            .OrderBy(p => p.At).ThenBy(p => p.Header.SopInstanceUid, StringComparer.Ordinal).ToList();
        var slices = new List<InstanceHeader>();
        var at = new List<double>();
        var duplicates = new List<InstanceHeader>();
        foreach ((InstanceHeader header, double position) in placed)
        {
            if (at.Count > 0 && position - at[^1] < SamePlaceMm)
            {
                duplicates.Add(header);
                continue;
            }

            slices.Add(header);
            at.Add(position);
        }

        double spacing = at.Count < 2 ? 0 : Median([.. at.Zip(at.Skip(1), (a, b) => b - a)]);
        (List<SliceGap> gaps, double irregularity) = FindGaps(at, spacing);
        Vector3 first = Vector3.From(slices[0].ImagePositionPatient!);
        Vector3 last = Vector3.From(slices[^1].ImagePositionPatient!);
        int steps = slices.Count - 1 + gaps.Sum(g => g.Missing);
        Vector3 step = steps > 0 ? (last - first) * (1.0 / steps) : normal;
        (SliceOrientation orientation, double oblique) = Name(normal);
        return new SeriesGeometry
        {
            Slices = slices,
            Duplicates = duplicates,
            Others = [.. instances.Where(i => !inStack.Contains(i))],
            Orientation = orientation,
            ObliqueDegrees = oblique,
            RowDirection = row,
            ColumnDirection = column,
            Normal = normal,
            Origin = first,
            Step = step,
            SpacingMm = spacing,
            ShearDegrees = steps > 0 ? Degrees(Math.Clamp(step.Normalized().Dot(normal), -1, 1)) : 0,
            LengthMm = at[^1] - at[0],
            Gaps = gaps,
            Irregularity = irregularity,
        };
    }

    /// <summary>Row and column directions of an image, made orthonormal (stored cosines are rounded).</summary>
    internal static (Vector3 Row, Vector3 Column) Directions(InstanceHeader header)
    {
        Vector3 row = Vector3.From(header.ImageOrientationPatient!).Normalized();
        Vector3 column = Vector3.From(header.ImageOrientationPatient!, 3);
        column = (column - (row * column.Dot(row))).Normalized();
        return (row, column);
    }

    /// <summary>Name of the axis nearest to a normal, and the angle to it.</summary>
    internal static (SliceOrientation Orientation, double Degrees) Name(Vector3 normal)
    {
        double x = Math.Abs(normal.X), y = Math.Abs(normal.Y), z = Math.Abs(normal.Z);
        double largest = Math.Max(x, Math.Max(y, z));
        SliceOrientation orientation = largest == 0 ? SliceOrientation.Unknown
            : largest == x ? SliceOrientation.Sagittal
            : largest == y ? SliceOrientation.Coronal : SliceOrientation.Axial;
        return (orientation, Degrees(Math.Min(1, largest)));
    }

    private static List<List<InstanceHeader>> Stacks(IReadOnlyList<InstanceHeader> instances)
    {
        var stacks = new List<List<InstanceHeader>>();
        foreach (InstanceHeader header in instances)
        {
            if (!header.HasPlane || header.IsLocalizer || !IsOrthogonal(header))
            {
                continue;
            }

            List<InstanceHeader>? stack = stacks.Find(s => SameStack(s[0], header));
            if (stack is null)
            {
                stacks.Add([header]);
            }
            else
            {
                stack.Add(header);
            }
        }

        return stacks;
    }

    private static bool IsOrthogonal(InstanceHeader header)
    {
        Vector3 row = Vector3.From(header.ImageOrientationPatient!);
        Vector3 column = Vector3.From(header.ImageOrientationPatient!, 3);
        return Math.Abs(row.Length - 1) < 0.05 && Math.Abs(column.Length - 1) < 0.05 && Math.Abs(row.Dot(column)) < 0.05
            && header.PixelSpacing![0] > 0 && header.PixelSpacing[1] > 0;
    }

    private static bool SameStack(InstanceHeader a, InstanceHeader b)
    {
        (Vector3 rowA, Vector3 columnA) = Directions(a);
        (Vector3 rowB, Vector3 columnB) = Directions(b);
        return rowA.Dot(rowB) > SameDirection && columnA.Dot(columnB) > SameDirection
            && a.Rows == b.Rows && a.Columns == b.Columns
            && Math.Abs(a.PixelSpacing![0] - b.PixelSpacing![0]) < 1e-3 && Math.Abs(a.PixelSpacing[1] - b.PixelSpacing[1]) < 1e-3
            && a.FrameOfReferenceUid == b.FrameOfReferenceUid;
    }

    private static (List<SliceGap> Gaps, double Irregularity) FindGaps(List<double> at, double spacing)
    {
        var gaps = new List<SliceGap>();
        double irregularity = 0;
        for (int i = 0; i + 1 < at.Count; i++)
        {
            double distance = at[i + 1] - at[i];
            if (distance > GapFactor * spacing)
            {
                gaps.Add(new SliceGap(i, Math.Max(1, (int)Math.Round(distance / spacing) - 1), distance));
            }
            else
            {
                irregularity = Math.Max(irregularity, Math.Abs(distance - spacing) / spacing);
            }
        }

        return (gaps, irregularity);
    }

    private static double Degrees(double cosine) => Math.Acos(cosine) * 180 / Math.PI;

    private static double Median(double[] values)
    {
        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
