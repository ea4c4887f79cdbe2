using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Signals;

namespace PacsAnalyzer.Persistence.Instances;

internal sealed class InstanceIndex(DbSession session) : IInstanceIndex
{
    private const int FilesAtOnce = 5000;

    public async Task<IReadOnlyList<IndexedInstance>> IndexAsync(IReadOnlyList<InstanceArrival> arrivals, CancellationToken cancellationToken)
    {
        if (arrivals.Count == 0)
        {
            return [];
        }

        foreach (InstanceArrival a in arrivals)
        {
            PlainText.RequireUid(a.SopInstanceUid, nameof(a.SopInstanceUid));
            PlainText.RequireUid(a.SeriesInstanceUid, nameof(a.SeriesInstanceUid));
            PlainText.RequireUid(a.StudyInstanceUid, nameof(a.StudyInstanceUid));
        }

        return await session.RunAsync(
            async db =>
            {
                IReadOnlyList<IndexedInstance> results = await new IndexBatch(db, arrivals, session.Now).RunAsync(cancellationToken);
                await SignalChannels.NotifyAsync(db, DatabaseSignal.SeriesChanged, cancellationToken);
                return results;
            },
            cancellationToken);
    }

    public Task<InstanceRecord?> FindAsync(string sopInstanceUid, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db =>
            {
                var found = await db.Instances.AsNoTracking().Where(i => i.SopInstanceUid == sopInstanceUid)
                    .Join(db.Series.AsNoTracking(), i => i.SeriesId, s => s.Id, (i, s) => new { Instance = i, Series = s })
                    .SingleOrDefaultAsync(cancellationToken);
                return found?.Instance.ToRecord(found.Series);
            },
            cancellationToken);

    public Task<IReadOnlyList<InstanceRecord>> ListOfSeriesAsync(long seriesId, int? revision, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db => await db.Series.AsNoTracking().SingleOrDefaultAsync(s => s.Id == seriesId, cancellationToken) is { } series
                ? await InstanceQueries.OfSeriesAsync(db, series, revision ?? int.MaxValue, false, cancellationToken)
                : [],
            cancellationToken);

    public Task<bool> RelocateAsync(string sopInstanceUid, string contentHash, string filePath, CancellationToken cancellationToken)
    {
        string path = PlainText.Clean(filePath);
        return session.RunAsync(
            async db => await db.Instances.Where(i => i.SopInstanceUid == sopInstanceUid && i.ContentHash == contentHash)
                .ExecuteUpdateAsync(s => s.SetProperty(i => i.FilePath, path), cancellationToken) > 0,
            cancellationToken);
    }

    public Task<IReadOnlyList<string>> UnknownFilesAsync(IReadOnlyCollection<string> files, CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<string>>(
            async db =>
            {
                var unknown = new List<string>();
                foreach (string[] some in files.Chunk(FilesAtOnce))
                {
                    unknown.AddRange(await db.Database.SqlQuery<string>(
                        $"""
                        SELECT x.path AS "Value" FROM unnest({some}) AS x(path)
                        WHERE NOT EXISTS (SELECT FROM instances i WHERE i.file_path = x.path AND i.removed_at IS NULL)
                            AND NOT EXISTS (SELECT FROM instance_conflicts c WHERE c.file_path = x.path)
                            AND NOT EXISTS (SELECT FROM ledger l WHERE l.unindexed_path = x.path)
                        """).ToListAsync(cancellationToken));
                }

                return unknown;
            },
            cancellationToken);

    public Task<PageOf<ConflictRecord>> ListConflictsAsync(Page page, CancellationToken cancellationToken) =>
        session.ReadAsync(
            db => db.Conflicts.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id).PageAsync(page, RowMapping.ToRecord, cancellationToken),
            cancellationToken);
}
