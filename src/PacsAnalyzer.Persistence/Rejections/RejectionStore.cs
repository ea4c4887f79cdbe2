using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Rejections;

internal sealed class RejectionStore(DbSession session) : IRejectionStore
{
    // Counting and trimming is not worth doing each time.
    private const int TrimEvery = 100;

    public Task RecordAsync(Rejection rejection, CancellationToken cancellationToken)
    {
        string calling = PlainText.Clean(rejection.CallingAeTitle, 64);
        string called = PlainText.Clean(rejection.CalledAeTitle, 64);
        string address = PlainText.Clean(rejection.RemoteAddress, 64);
        string reason = PlainText.Clean(rejection.Reason, 256);
        DateTimeOffset at = rejection.At.ToUniversalTime();
        return session.RunAsync(
            async db =>
            {
                List<long> id = await db.Database.SqlQuery<long>(
                    $"""
                    INSERT INTO rejections (calling_ae_title, called_ae_title, remote_address, reason, count, first_seen_at, last_seen_at)
                    VALUES ({calling}, {called}, {address}, {reason}, 1, {at}, {at})
                    ON CONFLICT (calling_ae_title, called_ae_title, remote_address, reason) DO UPDATE SET count = rejections.count + 1,
                        last_seen_at = GREATEST(rejections.last_seen_at, excluded.last_seen_at), dismissed_at = NULL
                    RETURNING id AS "Value"
                    """).ToListAsync(cancellationToken);
                if (id[0] % TrimEvery == 0)
                {
                    await db.Database.ExecuteSqlAsync(
                        $"""
                        DELETE FROM rejections WHERE id IN
                            (SELECT id FROM rejections ORDER BY last_seen_at DESC, id DESC OFFSET {IRejectionStore.MaximumRows})
                        """,
                        cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    public Task<PageOf<RejectionRecord>> ListAsync(bool includeDismissed, Page page, CancellationToken cancellationToken) =>
        session.ReadAsync(
            db => db.Rejections
                .Where(r => includeDismissed || r.DismissedAt == null)
                .OrderByDescending(r => r.LastSeenAt).ThenByDescending(r => r.Id)
                .PageAsync(page, ToRecord, cancellationToken),
            cancellationToken);

    public Task<RejectionRecord?> GetAsync(long id, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db => await db.Rejections.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is { } row ? ToRecord(row) : null,
            cancellationToken);

    public Task<bool> DismissAsync(long id, CancellationToken cancellationToken)
    {
        DateTimeOffset now = session.Now;
        return session.RunAsync(
            async db => await db.Rejections.Where(r => r.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.DismissedAt, now), cancellationToken) > 0,
            cancellationToken);
    }

    private static RejectionRecord ToRecord(RejectionRow r) => new(
        r.Id, r.CallingAeTitle, r.CalledAeTitle, r.RemoteAddress, r.Reason, r.Count, r.FirstSeenAt, r.LastSeenAt, r.DismissedAt);
}
