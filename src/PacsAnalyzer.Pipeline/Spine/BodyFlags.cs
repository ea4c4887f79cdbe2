namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Why a body is left out of means. Limits are generous: a wrong flag costs a value, a missed one is still seen by the reader.</summary>
internal static class BodyFlags
{
    public const string Fracture = "FRACTURE";
    public const string Metal = "METAL";
    public const string Osteophyte = "OSTEOPHYTE";
    public const string Contrast = "CONTRAST";
    public const string CutOff = "CUT_OFF";

    // A fifth less height is a fracture by Genant; masks and wedge-shaped normal bodies need room.
    private const double WedgeRatio = 0.75;
    private const double BiconcaveRatio = 0.72;
    private const double CrushRatio = 0.70;
    private const double OsteophyteRatio = 1.5;
    private const double MetalHu = 1800;
    private const double MetalShare = 0.02;

    /// <summary>Flags of the body at an index.</summary>
    /// <param name="index">Index in the row of bodies.</param>
    /// <param name="bodies">The row, cranial to caudal.</param>
    /// <param name="shapes">Their shapes.</param>
    /// <param name="plane">The plane with HU.</param>
    /// <param name="isLowest">The body lies on the sacrum: L5 is lower behind by nature.</param>
    /// <param name="contrast">Contrast agent was given.</param>
    public static IReadOnlyList<string> Of(int index, IReadOnlyList<SpineBody> bodies, IReadOnlyList<BodyShape> shapes, ChosenPlane plane, bool isLowest, bool contrast)
    {
        var flags = new List<string>();
        bool cut = IsCut(bodies[index].Mask, plane);
        if (!cut && IsFractured(index, shapes, isLowest))
        {
            flags.Add(Fracture);
        }

        if (MetalFraction(bodies[index].Mask, plane) > MetalShare)
        {
            flags.Add(Metal);
        }

        if (!cut && shapes[index].WaistDepth > 0 && shapes[index].PlateDepth / shapes[index].WaistDepth > OsteophyteRatio)
        {
            flags.Add(Osteophyte);
        }

        if (contrast)
        {
            flags.Add(Contrast);
        }

        if (cut)
        {
            flags.Add(CutOff);
        }

        return flags;
    }

    internal static bool IsFractured(int index, IReadOnlyList<BodyShape> shapes, bool isLowest)
    {
        BodyShape s = shapes[index];
        if (s.Height <= 0)
        {
            return false;
        }

        double higher = Math.Max(s.Anterior, s.Posterior);
        if (s.Anterior / s.Posterior < WedgeRatio || s.Middle / higher < BiconcaveRatio || (!isLowest && s.Posterior / s.Anterior < WedgeRatio))
        {
            return true;
        }

        double[] neighbours = [.. ((int[])[index - 1, index + 1]).Where(i => i >= 0 && i < shapes.Count && shapes[i].Height > 0).Select(i => shapes[i].Height)];
        return neighbours.Length > 0 && s.Height / neighbours.Average() < CrushRatio;
    }

    private static bool IsCut(BodyMask mask, ChosenPlane plane)
    {
        for (int i = 0; i < mask.Inside.Length; i++)
        {
            if (!mask.Inside[i])
            {
                continue;
            }

            int x = mask.Left + (i % mask.Width), y = mask.Top + (i / mask.Width);
            for (int dy = -1; dy <= 1; dy++)
            {
                int row = y + (2 * dy);
                if (x < 1 || x >= plane.Frame.Width - 1 || row < 0 || row >= plane.Frame.Height || float.IsNaN(plane.Planes[1][(row * plane.Frame.Width) + x]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double MetalFraction(BodyMask mask, ChosenPlane plane)
    {
        int metal = 0;
        for (int i = 0; i < mask.Inside.Length; i++)
        {
            int x = mask.Left + (i % mask.Width), y = mask.Top + (i / mask.Width);
            if (mask.Inside[i] && x >= 0 && y >= 0 && x < plane.Frame.Width && y < plane.Frame.Height && plane.Planes[1][(y * plane.Frame.Width) + x] > MetalHu)
            {
                metal++;
            }
        }

        return mask.Area == 0 ? 0 : (double)metal / mask.Area;
    }
}
