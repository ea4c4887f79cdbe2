using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Reading;

/// <summary>What a report of ours says, read back from its data set.</summary>
public sealed record DecodedReport
{
    /// <summary>SOP Class UID.</summary>
    public required string SopClassUid { get; init; }

    /// <summary>SOP Instance UID.</summary>
    public required string SopInstanceUid { get; init; }

    /// <summary>Study Instance UID.</summary>
    public required string StudyInstanceUid { get; init; }

    /// <summary>Language (RFC 5646).</summary>
    public string? Language { get; init; }

    /// <summary>Device observer UID.</summary>
    public string? DeviceUid { get; init; }

    /// <summary>Station AE title.</summary>
    public string? StationAeTitle { get; init; }

    /// <summary>Procedure reported.</summary>
    public CodedConcept? Procedure { get; init; }

    /// <summary>Pipeline that the procedure tells.</summary>
    public string? Pipeline { get; init; }

    /// <summary>Status of the analysis; null where the report does not say.</summary>
    public AnalysisStatus? Status { get; init; }

    /// <summary>Reasons, with the sentence.</summary>
    public IReadOnlyList<ResultReason> Reasons { get; init; } = [];

    /// <summary>Basis of the pixel spacing as written.</summary>
    public SpacingInfo? Spacing { get; init; }

    /// <summary>Basis of the densities.</summary>
    public string? DensitySource { get; init; }

    /// <summary>Quality figures.</summary>
    public IReadOnlyDictionary<string, double> Quality { get; init; } = new Dictionary<string, double>();

    /// <summary>Groups in their order.</summary>
    public IReadOnlyList<DecodedGroup> Groups { get; init; } = [];

    /// <summary>Landmarks.</summary>
    public IReadOnlyList<Landmark> Landmarks { get; init; } = [];

    /// <summary>Vertebral bodies.</summary>
    public IReadOnlyList<DecodedVertebra> Vertebrae { get; init; } = [];

    /// <summary>Instances of the image library.</summary>
    public IReadOnlyList<string> ImageLibrary { get; init; } = [];

    /// <summary>Every instance that content items refer to.</summary>
    public IReadOnlySet<string> ReferencedInstances { get; init; } = new HashSet<string>();

    /// <summary>Instances of Current Requested Procedure Evidence Sequence.</summary>
    public IReadOnlySet<string> Evidence { get; init; } = new HashSet<string>();

    /// <summary>All measurements.</summary>
    public IEnumerable<DecodedMeasurement> Measurements => Groups.SelectMany(group => group.Measurements);
}
