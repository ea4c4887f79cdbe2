namespace PacsAnalyzer.Persistence.Ledger;

/// <summary>The sums of the ledger: <see cref="Acknowledged"/> is always the sum of the four states.</summary>
/// <param name="Analysed">Part of a stored result.</param>
/// <param name="Excluded">Left out by a rule.</param>
/// <param name="Failed">Could not be analysed.</param>
/// <param name="Waiting">Not decided yet.</param>
/// <param name="Unaccounted">Of all these, how many have lost their file or their index row without retention having removed them.</param>
public sealed record LedgerCounts(long Analysed, long Excluded, long Failed, long Waiting, long Unaccounted)
{
    /// <summary>Instances acknowledged ever.</summary>
    public long Acknowledged => Analysed + Excluded + Failed + Waiting;
}
