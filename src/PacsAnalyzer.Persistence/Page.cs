namespace PacsAnalyzer.Persistence;

/// <summary>A slice of a list.</summary>
/// <param name="Offset">Rows to skip, from 0.</param>
/// <param name="Limit">Rows at most, 1..1000.</param>
public sealed record Page(int Offset = 0, int Limit = 100)
{
    /// <summary>Most rows that one page may have.</summary>
    public const int MaximumLimit = 1000;

    internal int Skip => Math.Max(0, Offset);

    internal int Take => Math.Clamp(Limit, 1, MaximumLimit);
}
