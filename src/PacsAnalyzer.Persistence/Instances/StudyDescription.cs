namespace PacsAnalyzer.Persistence.Instances;

/// <summary>What lists show of a study; null where absent.</summary>
public sealed record StudyDescription
{
    /// <summary>Accession Number (0008,0050).</summary>
    public string? AccessionNumber { get; init; }

    /// <summary>Study ID (0020,0010).</summary>
    public string? StudyId { get; init; }

    /// <summary>Study Date (0008,0020), YYYYMMDD.</summary>
    public string? StudyDate { get; init; }

    /// <summary>Study Time (0008,0030), HHMMSS.</summary>
    public string? StudyTime { get; init; }

    /// <summary>Study Description (0008,1030).</summary>
    public string? Text { get; init; }
}
