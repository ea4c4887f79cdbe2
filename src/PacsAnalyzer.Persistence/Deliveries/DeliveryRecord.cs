namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>A delivery as lists show it.</summary>
public sealed record DeliveryRecord
{
    /// <summary>Row; also the order within a destination.</summary>
    public required long Id { get; init; }

    /// <summary>Its result.</summary>
    public required long ResultId { get; init; }

    /// <summary>Study Instance UID.</summary>
    public required string StudyInstanceUid { get; init; }

    /// <summary>Name of the remote AE.</summary>
    public required string Destination { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>Times it was begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>Not before.</summary>
    public required DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>When attempts began, or began anew by an operator: what the time to give up counts from.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>DIMSE status of the last answer; null for none.</summary>
    public int? LastStatus { get; init; }

    /// <summary>The peer's comment, or what went wrong.</summary>
    public string? LastComment { get; init; }

    /// <summary>How well it is proven.</summary>
    public required ProofState Proof { get; init; }

    /// <summary>Why it is held or cancelled.</summary>
    public string? HoldReason { get; init; }

    /// <summary>The delivery that this one replaces (<c>fallbackTo</c>); null for none.</summary>
    public long? FallbackOf { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it reached a final state.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
