using PacsAnalyzer.Persistence.Deliveries;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>deliveries</c>.</summary>
internal sealed class DeliveryRow
{
    public long Id { get; set; }

    public long ResultId { get; set; }

    public string StudyInstanceUid { get; set; } = "";

    public string Destination { get; set; } = "";

    public DeliveryState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Leases ever: the fencing token.</summary>
    public int LeaseToken { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public int? LastStatus { get; set; }

    public string? LastComment { get; set; }

    public ProofState Proof { get; set; }

    public string? HoldReason { get; set; }

    /// <summary>Held because of its study, and released with it.</summary>
    public bool HeldByStudy { get; set; }

    /// <summary>Its result was replaced: never (again) begun.</summary>
    public bool Superseded { get; set; }

    public long? FallbackOf { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
