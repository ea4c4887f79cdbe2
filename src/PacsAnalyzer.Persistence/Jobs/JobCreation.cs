namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>A job that was asked for.</summary>
/// <param name="JobId">Row.</param>
/// <param name="Created">False when a job with the same key was there already.</param>
/// <param name="State">Its state now.</param>
public sealed record JobCreation(long JobId, bool Created, JobState State);
