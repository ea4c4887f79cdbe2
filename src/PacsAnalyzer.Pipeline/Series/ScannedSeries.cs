namespace PacsAnalyzer.Pipeline.Series;

/// <summary>A series found in files.</summary>
/// <param name="SeriesInstanceUid">Series Instance UID.</param>
/// <param name="Instances">Each instance with its file; an instance that lies there twice is taken once.</param>
public sealed record ScannedSeries(string SeriesInstanceUid, IReadOnlyList<ScannedInstance> Instances)
{
    /// <summary>The files.</summary>
    public IReadOnlyList<string> Files => [.. Instances.Select(i => i.File)];

    /// <summary>The headers.</summary>
    public IReadOnlyList<InstanceHeader> Headers => [.. Instances.Select(i => i.Header)];
}
