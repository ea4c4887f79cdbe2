namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>Answer of <c>/api/ledger</c>, as a script reads it.</summary>
internal sealed record LedgerCounts(long Acknowledged, long Analysed, long Excluded, long Failed, long Waiting, long Unaccounted)
{
    /// <summary>Whether the states add up to what was acknowledged, and nothing is missing.</summary>
    public bool AddsUp => Unaccounted == 0 && Analysed + Excluded + Failed + Waiting == Acknowledged;
}

/// <summary>Answer of <c>/api/ledger/{sopInstanceUid}</c>, as far as the tests look at it.</summary>
internal sealed record LedgerEntry(string SopInstanceUid, string State, string? RuleId, string? Reason, string? SeriesInstanceUid, string CallingAeTitle)
{
    /// <summary>Whether the database has it, not the spool alone.</summary>
    public bool IsIndexed => Reason is null || !Reason.Contains("not indexed yet", StringComparison.Ordinal);
}
