namespace PacsAnalyzer.Pipeline.Series;

/// <summary>Whether what has arrived of a series looks whole; the quiet period decides when it does not.</summary>
/// <param name="IsComplete">True when nothing more is to be waited for by geometry.</param>
/// <param name="Explanation">Why, for the operator.</param>
public sealed record SeriesCompleteness(bool IsComplete, string Explanation)
{
    /// <summary>Judges the instances of one series that have arrived so far.</summary>
    public static SeriesCompleteness Of(IReadOnlyList<InstanceHeader> instances)
    {
        ArgumentNullException.ThrowIfNull(instances);
        if (instances.Count == 0)
        {
            return new(false, "no instance yet");
        }

        int? announced = instances.Max(i => i.ImagesInAcquisition);
        if (instances.All(i => i.Modality != "CT"))
        {
            return announced > instances.Count
                ? new(false, $"{instances.Count} of {announced} announced images")
                : new(false, "a projection series does not tell its length: quiet period");
        }

        SeriesGeometry geometry = SeriesGeometry.Of(instances);
        if (geometry.Slices.Count < 2)
        {
            return new(false, "fewer than two slices with a position");
        }

        if (geometry.Gaps.Count > 0)
        {
            return new(false, $"{geometry.Gaps.Sum(g => g.Missing)} slices missing inside the volume");
        }

        return announced is null
            ? new(false, $"{geometry.Slices.Count} slices without a gap, length not announced: quiet period")
            : announced <= instances.Count
                ? new(true, $"all {announced} announced images, no gap")
                : new(false, $"{instances.Count} of {announced} announced images");
    }
}
