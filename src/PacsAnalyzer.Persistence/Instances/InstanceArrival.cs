namespace PacsAnalyzer.Persistence.Instances;

/// <summary>An acknowledged instance in the spool, to be indexed. Indexing the same arrival again is harmless.</summary>
public sealed record InstanceArrival
{
    /// <summary>SOP Instance UID (0008,0018).</summary>
    public required string SopInstanceUid { get; init; }

    /// <summary>SOP Class UID (0008,0016).</summary>
    public required string SopClassUid { get; init; }

    /// <summary>Study Instance UID (0020,000D).</summary>
    public required string StudyInstanceUid { get; init; }

    /// <summary>Series Instance UID (0020,000E).</summary>
    public required string SeriesInstanceUid { get; init; }

    /// <summary>Transfer Syntax UID (0002,0010).</summary>
    public required string TransferSyntaxUid { get; init; }

    /// <summary>Hash of the data set's bytes as received, hex; two arrivals with the same hash are the same instance.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Where the file lies, relative to the spool.</summary>
    public required string FilePath { get; init; }

    /// <summary>File size, bytes.</summary>
    public long ByteLength { get; init; }

    /// <summary>When C-STORE answered.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Calling AE title of the association.</summary>
    public required string CallingAeTitle { get; init; }

    /// <summary>Called AE title of the association.</summary>
    public required string CalledAeTitle { get; init; }

    /// <summary>Address that the association came from, without the port.</summary>
    public required string RemoteAddress { get; init; }

    /// <summary>Whose instance it says it is.</summary>
    public PatientIdentity Patient { get; init; } = PatientIdentity.Unknown;

    /// <summary>What lists show of the study.</summary>
    public StudyDescription Study { get; init; } = new();

    /// <summary>What lists show of the series.</summary>
    public SeriesDescription Series { get; init; } = new();

    /// <summary>What the host wants back at assembly (its instance header) as a JSON document; null for none.</summary>
    public string? HeaderJson { get; init; }

    /// <summary>A series is due when nothing of it has arrived for this long.</summary>
    public required TimeSpan QuietPeriod { get; init; }

    /// <summary>A series is due at the latest this long after the first instance of the round.</summary>
    public required TimeSpan MaximumWait { get; init; }
}
