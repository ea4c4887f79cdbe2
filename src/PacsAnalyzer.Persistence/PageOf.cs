namespace PacsAnalyzer.Persistence;

/// <summary>A slice of a list with the length of the whole.</summary>
/// <typeparam name="T">Row.</typeparam>
/// <param name="Items">The rows of this page.</param>
/// <param name="Total">Rows that match, all pages together.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total);
