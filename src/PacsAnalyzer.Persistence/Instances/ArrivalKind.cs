namespace PacsAnalyzer.Persistence.Instances;

/// <summary>What an indexed instance turned out to be.</summary>
public enum ArrivalKind
{
    /// <summary>Not seen before, for a series that is still being received.</summary>
    New,

    /// <summary>Not seen before, for a series that was already decided (queued, analysed, excluded or failed): it is assembled again.</summary>
    Late,

    /// <summary>The same bytes again: nothing changes.</summary>
    SameAgain,

    /// <summary>Other bytes under a known SOP Instance UID: recorded beside the first one, which stays.</summary>
    Conflict,
}
