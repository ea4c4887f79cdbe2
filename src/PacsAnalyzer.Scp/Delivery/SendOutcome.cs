namespace PacsAnalyzer.Scp.Delivery;

/// <summary>How sending ended.</summary>
internal enum SendResult
{
    /// <summary>Every object was accepted.</summary>
    Accepted,

    /// <summary>The peer did not answer, or answered with something that can change.</summary>
    Transient,

    /// <summary>The peer said no, and will say no again.</summary>
    Refused,
}

/// <summary>Outcome of one attempt.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Reached">Whether an association stood: false opens the destination's circuit.</param>
/// <param name="Status">DIMSE status of the object that failed; null without an answer.</param>
/// <param name="Comment">The peer's words, or what went wrong.</param>
internal sealed record SendOutcome(SendResult Result, bool Reached, int? Status, string? Comment);
