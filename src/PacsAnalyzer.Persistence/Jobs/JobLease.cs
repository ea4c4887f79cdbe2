using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Series;

namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>The right to work on a job, until the lease ends.</summary>
/// <param name="Job">The job.</param>
/// <param name="Series">Its series.</param>
/// <param name="Study">Its study, hold included.</param>
/// <param name="Instances">What is to be analysed, excluded instances left out, in order of SOP Instance UID.</param>
/// <param name="Owner">Who leased it.</param>
/// <param name="Token">Attempt number; a job taken over has another.</param>
public sealed record JobLease(
    JobRecord Job,
    SeriesRecord Series,
    StudyRecord Study,
    IReadOnlyList<InstanceRecord> Instances,
    string Owner,
    int Token);
