namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>What became of a job's completion.</summary>
/// <param name="Kind">Whether it was stored.</param>
/// <param name="ResultId">The stored result (the earlier one for <see cref="CompletionKind.AlreadyDone"/>); null otherwise.</param>
/// <param name="SupersededResultId">The result of the same series that this one replaces, or null.</param>
public sealed record JobCompletion(CompletionKind Kind, long? ResultId, long? SupersededResultId);
