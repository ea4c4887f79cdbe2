using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Jobs;

/// <summary>Lists of jobs.</summary>
internal static class JobQueries
{
    public static async Task<PageOf<JobRecord>> ListAsync(NodeDbContext db, JobFilter filter, Page page, CancellationToken cancellationToken)
    {
        IQueryable<JobRow> rows = db.Jobs;
        if (filter.State is { } state)
        {
            rows = rows.Where(j => j.State == state);
        }

        if (filter.Pipeline is { } pipeline)
        {
            rows = rows.Where(j => j.Pipeline == pipeline);
        }

        if (filter.StudyInstanceUid is { } study)
        {
            rows = rows.Where(j => j.StudyInstanceUid == study);
        }

        if (filter.SeriesId is { } series)
        {
            rows = rows.Where(j => j.SeriesId == series);
        }

        PageOf<JobRow> found = await rows.OrderByDescending(j => j.Id).PageAsync(page, j => j, cancellationToken);
        return new PageOf<JobRecord>(await WithResultsAsync(db, [.. found.Items], cancellationToken), found.Total);
    }

    public static async Task<IReadOnlyList<JobRecord>> WithResultsAsync(NodeDbContext db, List<JobRow> jobs, CancellationToken cancellationToken)
    {
        long[] ids = [.. jobs.Select(j => j.Id)];
        Dictionary<long, long> results = await db.Results.Where(r => ids.Contains(r.JobId)).ToDictionaryAsync(r => r.JobId, r => r.Id, cancellationToken);
        return jobs.ConvertAll(j => j.ToRecord(results.TryGetValue(j.Id, out long result) ? result : null));
    }
}
