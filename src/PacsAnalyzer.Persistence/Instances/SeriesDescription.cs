namespace PacsAnalyzer.Persistence.Instances;

/// <summary>What lists show of a series; null where absent.</summary>
public sealed record SeriesDescription
{
    /// <summary>Modality (0008,0060).</summary>
    public string? Modality { get; init; }

    /// <summary>Body Part Examined (0018,0015).</summary>
    public string? BodyPart { get; init; }

    /// <summary>Series Number (0020,0011).</summary>
    public string? SeriesNumber { get; init; }

    /// <summary>Series Description (0008,103E).</summary>
    public string? Text { get; init; }
}
