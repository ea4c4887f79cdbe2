namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>The outcome of an attempt, to be recorded.</summary>
public sealed record DeliveryAttempt
{
    /// <summary>How it ended.</summary>
    public required AttemptResult Result { get; init; }

    /// <summary>Objects that the peer accepted in this attempt, also when others failed: they are not sent again.</summary>
    public IReadOnlyList<string> AcceptedSopInstanceUids { get; init; } = [];

    /// <summary>DIMSE status; null where there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The peer's comment, or what went wrong; no patient data.</summary>
    public string? Comment { get; init; }

    /// <summary>How well an accepted delivery is proven.</summary>
    public ProofState Proof { get; init; } = ProofState.Unproven;

    /// <summary>When to try again; needed for <see cref="AttemptResult.Retry"/>.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Destination that gets what this one refused or never took; null for none.</summary>
    public string? FallbackTo { get; init; }
}
