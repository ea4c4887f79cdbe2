using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Results;

internal sealed class ResultStore(DbSession session) : IResultStore
{
    public Task<ResultDetail?> GetAsync(long resultId, CancellationToken cancellationToken) =>
        session.ReadAsync(db => LoadAsync(db, db.Results.Where(r => r.Id == resultId), cancellationToken), cancellationToken);

    public Task<ResultDetail?> CurrentOfSeriesAsync(long seriesId, CancellationToken cancellationToken) =>
        session.ReadAsync(
            db => LoadAsync(db, db.Results.Where(r => r.SeriesId == seriesId && r.SupersededBy == null).OrderByDescending(r => r.Id), cancellationToken),
            cancellationToken);

    public Task<PageOf<ResultRecord>> ListAsync(ResultFilter filter, Page page, CancellationToken cancellationToken) =>
        session.ReadAsync(
            db =>
            {
                IQueryable<ResultRow> rows = db.Results.Where(r => filter.IncludeSuperseded || r.SupersededBy == null);
                if (filter.StudyInstanceUid is { } study)
                {
                    rows = rows.Where(r => r.StudyInstanceUid == study);
                }

                if (filter.Pipeline is { } pipeline)
                {
                    rows = rows.Where(r => r.Pipeline == pipeline);
                }

                if (filter.Status is { } status)
                {
                    rows = rows.Where(r => r.Status == status);
                }

                return rows.OrderByDescending(r => r.Id).PageAsync(page, RowMapping.ToRecord, cancellationToken);
            },
            cancellationToken);

    public Task<ReportObjectRecord?> FindObjectAsync(string sopInstanceUid, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db => (await db.ReportObjects.AsNoTracking().SingleOrDefaultAsync(o => o.SopInstanceUid == sopInstanceUid, cancellationToken))?.ToRecord(),
            cancellationToken);

    private static async Task<ResultDetail?> LoadAsync(NodeDbContext db, IQueryable<ResultRow> which, CancellationToken cancellationToken)
    {
        ResultRow? row = await which.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        List<MeasurementRow> values = await db.Measurements.AsNoTracking().Where(m => m.ResultId == row.Id).OrderBy(m => m.Ordinal).ToListAsync(cancellationToken);
        List<ReportObjectRow> objects = await db.ReportObjects.AsNoTracking().Where(o => o.ResultId == row.Id).OrderBy(o => o.Ordinal).ToListAsync(cancellationToken);
        return new ResultDetail(row.ToRecord(), row.Document, values.ConvertAll(m => m.ToRecord()), objects.ConvertAll(o => o.ToRecord()));
    }
}
