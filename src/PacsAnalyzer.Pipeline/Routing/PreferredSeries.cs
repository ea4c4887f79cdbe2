using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Routing;

/// <summary>One report an acquisition: of the CT series of a study that show the same patient position, one is analysed.</summary>
public static class PreferredSeries
{
    private static readonly string[] SharpNames = ["BONE", "BONEPLUS", "LUNG", "EDGE", "SHARP", "DETAIL", "ULTRA", "YA", "YB", "YC", "YD", "FC30", "FC50", "FC51", "FC52", "FC53", "FC81", "FC86"];

    /// <summary>Decides among series that routing has sent to the same pipeline: series UID -> null when it is analysed, else a sentence that names the one preferred.</summary>
    /// <param name="candidates">The series of one study, each as its instances.</param>
    /// <remarks>Order of preference: whole volume, without contrast, soft kernel, thinnest slices, longest, then by series UID so that the choice is stable.
    /// Radiographs are films of their own and are never left out.</remarks>
    public static IReadOnlyDictionary<string, string?> Select(IEnumerable<IReadOnlyList<InstanceHeader>> candidates)
    {
        var decisions = new Dictionary<string, string?>(StringComparer.Ordinal);
        List<Candidate> all = [.. candidates.Where(c => c.Count > 0).Select(Describe)];
        foreach (IGrouping<string, Candidate> group in all.GroupBy(c => c.Group, StringComparer.Ordinal))
        {
            Candidate best = group.OrderByDescending(c => c.Usable).ThenBy(c => c.Contrast).ThenBy(c => c.Sharp)
                .ThenBy(c => c.ThicknessMm).ThenByDescending(c => c.LengthMm).ThenBy(c => c.Uid, StringComparer.Ordinal).First();
            foreach (Candidate candidate in group)
            {
                decisions[candidate.Uid] = ReferenceEquals(candidate, best) ? null : Explain(candidate, best);
            }
        }

        return decisions;
    }

    /// <summary>Whether a convolution kernel sharpens edges, which raises noise and moves Hounsfield units. Names of the large makers; unknown ones count as soft.</summary>
    public static bool IsSharpKernel(string kernel)
    {
        foreach (string part in kernel.ToUpperInvariant().Split('\\', ' ', '/'))
        {
            if (SharpNames.Contains(part))
            {
                return true;
            }

            // Siemens B30f, I40f, Br59d: the number grows with sharpness.
            string digits = new([.. part.SkipWhile(char.IsLetter).TakeWhile(char.IsDigit)]);
            if (part.Length > 2 && part[0] is 'B' or 'I' or 'H' && digits.Length == 2 && int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) >= 50)
            {
                return true;
            }
        }

        return false;
    }

    private static Candidate Describe(IReadOnlyList<InstanceHeader> series)
    {
        InstanceHeader first = series[0];
        SeriesGeometry geometry = SeriesGeometry.Of(series);
        bool isCt = first.Modality == "CT" && geometry.Slices.Count > 0;
        string group = isCt && first.FrameOfReferenceUid.Length > 0
            ? $"{first.StudyInstanceUid}|{first.FrameOfReferenceUid}" : $"{first.StudyInstanceUid}|{first.SeriesInstanceUid}";
        return new Candidate(first.SeriesInstanceUid, group,
            geometry.Gaps.Count == 0 && geometry.Slices.Count >= 3,
            series.Any(h => h.ContrastBolusAgent.Length > 0),
            series.Any(h => IsSharpKernel(h.ConvolutionKernel)),
            first.SliceThickness ?? (geometry.SpacingMm > 0 ? geometry.SpacingMm : double.MaxValue),
            geometry.LengthMm);
    }

    private static string Explain(Candidate candidate, Candidate best) =>
        !candidate.Usable && best.Usable ? "Another series of this acquisition is preferred: this one has gaps or too few slices."
        : candidate.Contrast && !best.Contrast ? "Another series of this acquisition is preferred: it is without contrast agent."
        : candidate.Sharp && !best.Sharp ? "Another series of this acquisition is preferred: it has a soft kernel."
        : candidate.ThicknessMm > best.ThicknessMm ? "Another series of this acquisition is preferred: it has thinner slices."
        : candidate.LengthMm < best.LengthMm ? "Another series of this acquisition is preferred: it is longer."
        : "Another series of this acquisition is preferred: the two are alike.";

    private sealed record Candidate(string Uid, string Group, bool Usable, bool Contrast, bool Sharp, double ThicknessMm, double LengthMm);
}
