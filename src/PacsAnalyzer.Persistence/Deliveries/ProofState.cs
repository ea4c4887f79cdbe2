namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>How well it is known that the peer keeps what it accepted.</summary>
public enum ProofState
{
    /// <summary>Nothing but the success status.</summary>
    Unproven,

    /// <summary>Found by query.</summary>
    Found,

    /// <summary>Storage commitment.</summary>
    Committed,
}
