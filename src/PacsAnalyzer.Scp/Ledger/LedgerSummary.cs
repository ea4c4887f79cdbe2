namespace PacsAnalyzer.Scp.Ledger;

/// <summary>Counts of the ledger.</summary>
/// <param name="Acknowledged">Instances that were answered with Success.</param>
/// <param name="Analysed">Part of an analysis that ended.</param>
/// <param name="Excluded">Left out by a rule.</param>
/// <param name="Failed">Failed, with a reason.</param>
/// <param name="Waiting">Not decided yet.</param>
/// <param name="Unaccounted">Acknowledged, but neither on the disk nor removed by retention.</param>
/// <param name="Missing">SOP Instance UIDs of those, the first thousand.</param>
public sealed record LedgerSummary(long Acknowledged, long Analysed, long Excluded, long Failed, long Waiting, long Unaccounted, IReadOnlyList<string> Missing);
