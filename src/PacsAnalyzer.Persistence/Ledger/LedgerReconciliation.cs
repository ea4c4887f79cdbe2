namespace PacsAnalyzer.Persistence.Ledger;

/// <summary>The ledger compared with the spool.</summary>
/// <param name="Counts">Sums, those known to the spool alone counted as waiting.</param>
/// <param name="OnlyInSpool">SOP Instance UIDs that lie in the spool and are not indexed yet.</param>
/// <param name="Missing">SOP Instance UIDs that were acknowledged and whose file is gone without retention having removed it, at most <see cref="MaximumListed"/>.</param>
public sealed record LedgerReconciliation(LedgerCounts Counts, IReadOnlyList<string> OnlyInSpool, IReadOnlyList<string> Missing)
{
    /// <summary>Most UIDs that <see cref="Missing"/> names.</summary>
    public const int MaximumListed = 1000;
}
