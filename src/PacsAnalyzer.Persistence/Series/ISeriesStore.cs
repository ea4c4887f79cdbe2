using PacsAnalyzer.Persistence.Jobs;

namespace PacsAnalyzer.Persistence.Series;

/// <summary>Series and studies: which are due, and what was decided. Throws <see cref="DatabaseUnavailableException"/> while the database is away.</summary>
public interface ISeriesStore
{
    /// <summary>
    /// Claims series whose quiet period or maximum wait has ended, the longest due first. A series that another node has claimed is left
    /// out until that lease ends. One whose claims ended without a decision <paramref name="maximumAttempts"/> times is failed instead.
    /// </summary>
    Task<IReadOnlyList<SeriesClaim>> ClaimDueAsync(string owner, TimeSpan lease, int limit, int maximumAttempts, CancellationToken cancellationToken);

    /// <summary>When the next series falls due; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Prolongs a claim; false when it was lost.</summary>
    Task<bool> ExtendClaimAsync(SeriesClaim claim, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Gives a claim back to be tried later (a file that cannot be read now); false when it was lost.</summary>
    Task<bool> PostponeAsync(SeriesClaim claim, DateTimeOffset until, string? error, CancellationToken cancellationToken);

    /// <summary>
    /// Leaves a series out: series and ledger rows of the claimed revision, in one transaction. Instances that arrived since keep it
    /// waiting for another assembly. False when the claim was lost.
    /// </summary>
    Task<bool> ExcludeAsync(SeriesClaim claim, string ruleId, string explanation, CancellationToken cancellationToken);

    /// <summary>
    /// Queues a job for a series in one transaction; pending jobs of the same series for other content become superseded.
    /// A job with the same key is not made twice. Null when the claim was lost.
    /// </summary>
    Task<JobCreation?> RouteAsync(SeriesClaim claim, SeriesRoute route, CancellationToken cancellationToken);

    /// <summary>Fails a series for good; its ledger rows follow. False when the claim was lost.</summary>
    Task<bool> FailAsync(SeriesClaim claim, string code, string reason, CancellationToken cancellationToken);

    /// <summary>Makes a series due now (an operator's wish: assemble again, whatever its state); false when there is none.</summary>
    Task<bool> MakeDueAsync(long seriesId, CancellationToken cancellationToken);

    /// <summary>The series, or null.</summary>
    Task<SeriesRecord?> GetAsync(long seriesId, CancellationToken cancellationToken);

    /// <summary>The series of a study, first received first.</summary>
    Task<IReadOnlyList<SeriesRecord>> ListOfStudyAsync(string studyInstanceUid, CancellationToken cancellationToken);

    /// <summary>The study, or null.</summary>
    Task<StudyRecord?> GetStudyAsync(string studyInstanceUid, CancellationToken cancellationToken);

    /// <summary>Studies, last received first.</summary>
    Task<PageOf<StudyRecord>> ListStudiesAsync(StudyFilter filter, Page page, CancellationToken cancellationToken);

    /// <summary>Puts a study on hold: its undelivered deliveries are held, later ones are created held. False when there is no such study.</summary>
    Task<bool> HoldStudyAsync(string studyInstanceUid, string code, string text, CancellationToken cancellationToken);

    /// <summary>Ends a hold and releases the deliveries that it held. False when the study was not on hold.</summary>
    Task<bool> ReleaseStudyAsync(string studyInstanceUid, CancellationToken cancellationToken);
}
