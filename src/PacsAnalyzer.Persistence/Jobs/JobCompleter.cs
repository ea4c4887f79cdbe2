using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Results;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Series;

namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>The one transaction in which a finished job becomes durable.</summary>
internal sealed class JobCompleter(NodeDbContext db, JobLease lease, JobOutcome outcome, DateTimeOffset now)
{
    public async Task<JobCompletion> RunAsync(CancellationToken cancellationToken)
    {
        StudyRow? study = await db.LockStudyAsync(lease.Job.StudyInstanceUid, cancellationToken);
        SeriesRow? series = await db.LockSeriesAsync(lease.Job.SeriesId, cancellationToken);
        JobRow? job = await db.LockJobAsync(lease.Job.Id, cancellationToken);
        if (study is null || series is null || job is null)
        {
            return new JobCompletion(CompletionKind.Withdrawn, null, null);
        }

        if (job.State == JobState.Done)
        {
            long earlier = await db.Results.Where(r => r.JobId == job.Id).Select(r => r.Id).SingleAsync(cancellationToken);
            return new JobCompletion(CompletionKind.AlreadyDone, earlier, null);
        }

        if (!JobChanges.Stands(job, lease))
        {
            bool elsewhere = job.State is JobState.Pending or JobState.Leased;
            return new JobCompletion(elsewhere ? CompletionKind.LeaseLost : CompletionKind.Withdrawn, null, null);
        }

        ResultRow result = await AddResultAsync(job, cancellationToken);
        long? superseded = await SupersedeAsync(result, cancellationToken);
        await new DeliveryCreator(db, now).CreateAsync(result, study, outcome.Objects, outcome.Deliveries, cancellationToken);
        JobChanges.End(job, JobState.Done, null, now);
        await AccountAsync(series, job, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new JobCompletion(CompletionKind.Completed, result.Id, superseded);
    }

    private async Task<ResultRow> AddResultAsync(JobRow job, CancellationToken cancellationToken)
    {
        var result = new ResultRow
        {
            JobId = job.Id,
            SeriesId = job.SeriesId,
            StudyInstanceUid = job.StudyInstanceUid,
            SeriesInstanceUid = job.SeriesInstanceUid,
            Pipeline = job.Pipeline,
            ModelVersion = job.ModelVersion,
            Status = PlainText.Clean(outcome.Status, 64),
            ReasonCode = PlainText.CleanOrNull(outcome.ReasonCode, 128),
            ConfigurationHash = PlainText.Clean(outcome.ConfigurationHash, 128),
            Document = PlainText.Json(outcome.DocumentJson),
            CreatedAt = now,
        };
        db.Results.Add(result);
        await db.SaveChangesAsync(cancellationToken);
        for (int i = 0; i < outcome.Measurements.Count; i++)
        {
            db.Measurements.Add(ToRow(outcome.Measurements[i], result.Id, i));
        }

        return result;
    }

    // The series row is locked: no other completion of the same series runs now.
    private async Task<long?> SupersedeAsync(ResultRow result, CancellationToken cancellationToken)
    {
        List<ResultRow> earlier = await db.Results.Where(r => r.SeriesId == result.SeriesId && r.Id != result.Id && r.SupersededBy == null)
            .OrderByDescending(r => r.Id).ToListAsync(cancellationToken);
        foreach (ResultRow row in earlier)
        {
            row.SupersededBy = result.Id;
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE deliveries SET superseded = TRUE,
                    finished_at = CASE WHEN state IN ('Pending', 'Held') THEN {now} ELSE finished_at END,
                    hold_reason = CASE WHEN state IN ('Pending', 'Held') THEN {DeliveryChanges.Superseded} ELSE hold_reason END,
                    held_by_study = FALSE,
                    state = CASE WHEN state IN ('Pending', 'Held') THEN 'Cancelled' ELSE state END
                WHERE result_id = {row.Id}
                """,
                cancellationToken);
        }

        return earlier.FirstOrDefault()?.Id;
    }

    private async Task AccountAsync(SeriesRow series, JobRow job, CancellationToken cancellationToken)
    {
        if (outcome.Status == "Failed")
        {
            await SeriesDecision.FailAsync(
                db, series, job.Revision, outcome.ReasonCode ?? "FAILED", outcome.ReasonText ?? "The analysis failed.", now, cancellationToken);
            return;
        }

        if (series.Revision <= job.Revision)
        {
            series.State = SeriesState.Analysed;
        }

        series.LastError = null;
        await LedgerWriter.DecideAsync(
            db,
            series.Id,
            job.Revision,
            LedgerState.Analysed,
            outcome.ReasonCode ?? outcome.Status.ToUpperInvariant(),
            outcome.ReasonText,
            now,
            cancellationToken,
            LedgerState.Waiting,
            LedgerState.Analysed,
            LedgerState.Failed);
    }

    private static MeasurementRow ToRow(MeasurementRecord m, long resultId, int ordinal) => new()
    {
        ResultId = resultId,
        Ordinal = ordinal,
        Code = PlainText.Clean(m.Code, 64),
        Value = m.Value,
        Unit = PlainText.Clean(m.Unit, 64),
        Side = PlainText.CleanOrNull(m.Side, 16),
        Level = PlainText.CleanOrNull(m.Level, 16),
        Normality = PlainText.Clean(m.Normality, 32),
        Reason = PlainText.CleanOrNull(m.Reason),
        RangeLow = m.RangeLow,
        RangeHigh = m.RangeHigh,
    };
}
