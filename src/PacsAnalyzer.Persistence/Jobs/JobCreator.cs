using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Signals;

namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>Creates jobs inside a transaction that has locked the series.</summary>
internal static class JobCreator
{
    /// <summary>The idempotency key: one analysis for series, content, pipeline and model version.</summary>
    public static string Key(string studyInstanceUid, string seriesInstanceUid, string contentHash, string pipeline, string modelVersion) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', studyInstanceUid, seriesInstanceUid, contentHash, pipeline, modelVersion))));

    public static async Task<(JobCreation Creation, JobRow Job)> CreateAsync(
        NodeDbContext db,
        SeriesRow series,
        int revision,
        string contentHash,
        string pipeline,
        string modelVersion,
        DateTimeOffset notBefore,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        pipeline = PlainText.Clean(pipeline, 128);
        modelVersion = PlainText.Clean(modelVersion, 128);
        string key = Key(series.StudyInstanceUid, series.SeriesInstanceUid, contentHash, pipeline, modelVersion);
        List<JobRow> jobs = await db.Jobs.FromSql($"SELECT * FROM jobs WHERE series_id = {series.Id} ORDER BY id FOR UPDATE").ToListAsync(cancellationToken);
        JobRow? same = jobs.Find(j => j.JobKey == key);
        bool withdrawn = false;
        foreach (JobRow other in jobs.Where(j => j != same && j.State is (JobState.Pending or JobState.Leased)))
        {
            other.State = JobState.Superseded;
            other.FinishedAt = now;
            other.LeaseUntil = null;
            withdrawn = true;
        }

        bool created = same is null;
        if (same is null)
        {
            same = new JobRow
            {
                JobKey = key,
                SeriesId = series.Id,
                StudyInstanceUid = series.StudyInstanceUid,
                SeriesInstanceUid = series.SeriesInstanceUid,
                ContentHash = contentHash,
                Pipeline = pipeline,
                ModelVersion = modelVersion,
                State = JobState.Pending,
                CreatedAt = now,
                NextAttemptAt = notBefore,
            };
            db.Jobs.Add(same);
        }
        else if (same.State == JobState.Superseded)
        {
            // The newer content is gone again (removed files): this job stands once more.
            JobChanges.Requeue(same, notBefore);
        }

        same.Revision = Math.Max(same.Revision, revision);
        await db.SaveChangesAsync(cancellationToken);
        if (withdrawn)
        {
            await SignalChannels.NotifyAsync(db, DatabaseSignal.WorkWithdrawn, cancellationToken);
        }

        return (new JobCreation(same.Id, created, same.State), same);
    }
}
