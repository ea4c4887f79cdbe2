namespace PacsAnalyzer.Persistence.Ledger;

/// <summary>What became of an acknowledged instance.</summary>
public enum LedgerState
{
    /// <summary>Not decided yet.</summary>
    Waiting,

    /// <summary>Part of a stored result, measured or refused.</summary>
    Analysed,

    /// <summary>Left out by a rule.</summary>
    Excluded,

    /// <summary>Could not be analysed; the reason is there.</summary>
    Failed,
}
