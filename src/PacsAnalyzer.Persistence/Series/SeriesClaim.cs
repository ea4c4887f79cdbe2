using PacsAnalyzer.Persistence.Instances;

namespace PacsAnalyzer.Persistence.Series;

/// <summary>The right to assemble a due series, until the lease ends.</summary>
/// <param name="Series">The series when it was claimed.</param>
/// <param name="Study">Its study, hold included.</param>
/// <param name="Instances">All instances of that revision whose files are there, in order of SOP Instance UID.</param>
/// <param name="ContentHash">Hash over their UIDs and content, hex: part of the job key.</param>
/// <param name="Owner">Who claimed it.</param>
/// <param name="Token">Attempt number; a claim taken over has another.</param>
/// <param name="LeaseUntil">End of the lease.</param>
public sealed record SeriesClaim(
    SeriesRecord Series,
    StudyRecord Study,
    IReadOnlyList<InstanceRecord> Instances,
    string ContentHash,
    string Owner,
    int Token,
    DateTimeOffset LeaseUntil);
