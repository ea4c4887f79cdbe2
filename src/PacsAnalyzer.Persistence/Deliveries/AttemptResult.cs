namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>How an attempt to deliver ended.</summary>
public enum AttemptResult
{
    /// <summary>Every object was accepted.</summary>
    Accepted,

    /// <summary>To be tried again.</summary>
    Retry,

    /// <summary>The peer answered with a status that will not change.</summary>
    Refused,

    /// <summary>The time for attempts is over.</summary>
    GivenUp,
}
