namespace PacsAnalyzer.Persistence.Series;

/// <summary>Which studies a list shows; null leaves a condition out.</summary>
public sealed record StudyFilter
{
    /// <summary>Part of patient ID, patient name, accession number or Study Instance UID; any case.</summary>
    public string? Search { get; init; }

    /// <summary>Only those on hold, or only those that are not.</summary>
    public bool? OnHold { get; init; }

    /// <summary>Received at or after.</summary>
    public DateTimeOffset? ReceivedSince { get; init; }
}
