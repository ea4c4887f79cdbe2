using PacsAnalyzer.Pipeline.Geometry;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>Outlines of a field sampled at pixel centres, by marching squares with linear interpolation.</summary>
internal static class Contours
{
    /// <summary>The closed contour of largest area at a level, corner convention (the centre of pixel (i, j) is (i + 0.5, j + 0.5)), thinned to within a twentieth of a pixel.</summary>
    public static IReadOnlyList<Point2> Largest(float[] field, int width, int height, double level)
    {
        List<Point2> best = [];
        double most = 0;
        foreach (List<Point2> contour in All(field, width, height, level))
        {
            double area = Math.Abs(SignedArea(contour));
            if (area > most)
            {
                most = area;
                best = contour;
            }
        }

        return Thin(best, 0.05);
    }

    /// <summary>Area of a closed polygon, positive when it runs clockwise on the screen.</summary>
    public static double SignedArea(IReadOnlyList<Point2> polygon)
    {
        double sum = 0;
        for (int i = 0; i < polygon.Count; i++)
        {
            sum += polygon[i].Cross(polygon[(i + 1) % polygon.Count]);
        }

        return sum / 2;
    }

    /// <summary>Douglas-Peucker on a closed polygon.</summary>
    public static IReadOnlyList<Point2> Thin(IReadOnlyList<Point2> polygon, double tolerance)
    {
        if (polygon.Count < 5)
        {
            return polygon;
        }

        int far = Enumerable.Range(0, polygon.Count).MaxBy(i => (polygon[i] - polygon[0]).Length);
        var keep = new bool[polygon.Count + 1];
        keep[0] = keep[far] = true;
        Split(polygon, 0, far, tolerance, keep);
        Split(polygon, far, polygon.Count, tolerance, keep);
        return [.. polygon.Where((_, i) => keep[i])];
    }

    private static List<List<Point2>> All(float[] field, int width, int height, double level)
    {
        // Edges are numbered 2 * pixel (to the right) and 2 * pixel + 1 (downwards); each crossing joins two segments.
        var links = new Dictionary<int, List<int>>();
        var places = new Dictionary<int, Point2>();

        int Across(int x, int y, bool down)
        {
            int id = (2 * ((y * width) + x)) + (down ? 1 : 0);
            if (!places.ContainsKey(id))
            {
                double a = field[(y * width) + x], b = down ? field[((y + 1) * width) + x] : field[(y * width) + x + 1];
                double t = (level - a) / (b - a);
                places[id] = down ? new Point2(x + 0.5, y + 0.5 + t) : new Point2(x + 0.5 + t, y + 0.5);
                links[id] = [];
            }

            return id;
        }

        void Join(int a, int b)
        {
            links[a].Add(b);
            links[b].Add(a);
        }

        for (int y = 0; y + 1 < height; y++)
        {
            for (int x = 0; x + 1 < width; x++)
            {
                bool a = field[(y * width) + x] > level, b = field[(y * width) + x + 1] > level;
                bool c = field[((y + 1) * width) + x + 1] > level, d = field[((y + 1) * width) + x] > level;
                var cut = new List<int>(4);
                if (a != b)
                {
                    cut.Add(Across(x, y, false));
                }

                if (b != c)
                {
                    cut.Add(Across(x + 1, y, true));
                }

                if (c != d)
                {
                    cut.Add(Across(x, y + 1, false));
                }

                if (d != a)
                {
                    cut.Add(Across(x, y, true));
                }

                if (cut.Count == 2)
                {
                    Join(cut[0], cut[1]);
                }
                else if (cut.Count == 4)
                {
                    // Saddle: the mean of the four decides which corners hang together.
                    double mean = (field[(y * width) + x] + field[(y * width) + x + 1] + field[((y + 1) * width) + x + 1] + field[((y + 1) * width) + x]) / 4.0;
                    bool joined = (mean > level) == a;
                    Join(cut[0], cut[joined ? 1 : 3]);
                    Join(cut[2], cut[joined ? 3 : 1]);
                }
            }
        }

        return Walk(links, places);
    }

    private static List<List<Point2>> Walk(Dictionary<int, List<int>> links, Dictionary<int, Point2> places)
    {
        var contours = new List<List<Point2>>();
        var seen = new HashSet<int>();
        foreach (int start in links.Keys)
        {
            if (!seen.Add(start))
            {
                continue;
            }

            var contour = new List<Point2> { places[start] };
            int at = start;
            while (true)
            {
                int next = links[at].Find(n => !seen.Contains(n));
                if (next == 0 && (!links[at].Contains(0) || seen.Contains(0)))
                {
                    break;
                }

                seen.Add(next);
                contour.Add(places[next]);
                at = next;
            }

            if (links[at].Contains(start) && contour.Count > 2)
            {
                contours.Add(contour);
            }
        }

        return contours;
    }

    private static void Split(IReadOnlyList<Point2> polygon, int from, int to, double tolerance, bool[] keep)
    {
        Point2 a = polygon[from], b = polygon[to % polygon.Count];
        Point2 d = b - a;
        double length = d.Length, worst = tolerance;
        int at = -1;
        for (int i = from + 1; i < to; i++)
        {
            Point2 v = polygon[i] - a;
            double distance = length == 0 ? v.Length : Math.Abs(d.Cross(v)) / length;
            if (distance > worst)
            {
                worst = distance;
                at = i;
            }
        }

        if (at >= 0)
        {
            keep[at] = true;
            Split(polygon, from, at, tolerance, keep);
            Split(polygon, at, to, tolerance, keep);
        }
    }
}
