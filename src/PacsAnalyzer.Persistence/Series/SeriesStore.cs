using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Signals;

namespace PacsAnalyzer.Persistence.Series;

internal sealed class SeriesStore(DbSession session) : ISeriesStore
{
    public async Task<IReadOnlyList<SeriesClaim>> ClaimDueAsync(
        string owner, TimeSpan lease, int limit, int maximumAttempts, CancellationToken cancellationToken)
    {
        await SeriesClaims.FailHopelessAsync(session, maximumAttempts, cancellationToken);
        DateTimeOffset now = session.Now;
        return await session.RunAsync(db => SeriesClaims.TakeAsync(db, owner, now, now + lease, limit, maximumAttempts, cancellationToken), cancellationToken);
    }

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        session.ReadAsync(
            db => db.Series.Where(s => s.State == SeriesState.Receiving && s.Revision > 0)
                .Select(s => (DateTimeOffset?)(s.LeaseUntil != null && s.LeaseUntil > s.DueAt ? s.LeaseUntil.Value : s.DueAt))
                .MinAsync(cancellationToken),
            cancellationToken);

    public Task<bool> ExtendClaimAsync(SeriesClaim claim, TimeSpan lease, CancellationToken cancellationToken) =>
        DecideAsync(
            claim,
            (_, row) =>
            {
                row.LeaseUntil = session.Now + lease;
                return Task.CompletedTask;
            },
            cancellationToken);

    public Task<bool> PostponeAsync(SeriesClaim claim, DateTimeOffset until, string? error, CancellationToken cancellationToken) =>
        DecideAsync(
            claim,
            (_, row) =>
            {
                row.LeaseOwner = null;
                row.LeaseUntil = null;
                row.Attempts = 0;
                row.DueAt = until.ToUniversalTime();
                row.LastError = PlainText.CleanOrNull(error, PlainText.Long);
                return Task.CompletedTask;
            },
            cancellationToken);

    public Task<bool> ExcludeAsync(SeriesClaim claim, string ruleId, string explanation, CancellationToken cancellationToken) =>
        DecideAsync(
            claim,
            (db, row) =>
            {
                SeriesDecision.Decide(row, claim.Series.Revision, SeriesState.Excluded, ruleId, explanation, null);
                return LedgerWriter.DecideAsync(
                    db,
                    row.Id,
                    claim.Series.Revision,
                    LedgerState.Excluded,
                    ruleId,
                    explanation,
                    session.Now,
                    cancellationToken,
                    LedgerState.Waiting,
                    LedgerState.Excluded,
                    LedgerState.Failed);
            },
            cancellationToken);

    public async Task<JobCreation?> RouteAsync(SeriesClaim claim, SeriesRoute route, CancellationToken cancellationToken)
    {
        JobCreation? creation = null;
        bool stood = await DecideAsync(
            claim,
            async (db, row) =>
            {
                creation = await SeriesRouting.RouteAsync(db, row, claim, route, session.Now, cancellationToken);
                await SignalChannels.NotifyAsync(db, DatabaseSignal.JobQueued, cancellationToken);
            },
            cancellationToken);
        return stood ? creation : null;
    }

    public Task<bool> FailAsync(SeriesClaim claim, string code, string reason, CancellationToken cancellationToken) =>
        DecideAsync(
            claim,
            async (db, row) =>
            {
                SeriesDecision.Decide(row, claim.Series.Revision, SeriesState.Failed, code, reason, null);
                await SeriesDecision.FailAsync(db, row, claim.Series.Revision, code, reason, session.Now, cancellationToken);
                await AlertWriter.RaiseAsync(
                    db, AlertCodes.SeriesFailed, $"{row.Id}", AlertSeverity.Warning, $"{code}: {reason}", session.Now, cancellationToken);
            },
            cancellationToken);

    public Task<bool> MakeDueAsync(long seriesId, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                if (await db.LockSeriesAsync(seriesId, cancellationToken) is not { } row)
                {
                    return false;
                }

                row.State = SeriesState.Receiving;
                row.Attempts = 0;
                row.DueAt = session.Now;
                row.QuietUntil = row.DueAt;
                await db.SaveChangesAsync(cancellationToken);
                await SignalChannels.NotifyAsync(db, DatabaseSignal.SeriesChanged, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<SeriesRecord?> GetAsync(long seriesId, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db => (await db.Series.AsNoTracking().SingleOrDefaultAsync(s => s.Id == seriesId, cancellationToken))?.ToRecord(),
            cancellationToken);

    public Task<IReadOnlyList<SeriesRecord>> ListOfStudyAsync(string studyInstanceUid, CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<SeriesRecord>>(
            async db => (await db.Series.AsNoTracking().Where(s => s.StudyInstanceUid == studyInstanceUid && s.Revision > 0)
                .OrderBy(s => s.FirstReceivedAt).ThenBy(s => s.Id).ToListAsync(cancellationToken)).ConvertAll(s => s.ToRecord()),
            cancellationToken);

    public Task<StudyRecord?> GetStudyAsync(string studyInstanceUid, CancellationToken cancellationToken) =>
        session.ReadAsync(
            async db => (await StudyQueries.LoadAsync(db, [studyInstanceUid], cancellationToken)).GetValueOrDefault(studyInstanceUid),
            cancellationToken);

    public Task<PageOf<StudyRecord>> ListStudiesAsync(StudyFilter filter, Page page, CancellationToken cancellationToken) =>
        session.ReadAsync(db => StudyQueries.ListAsync(db, filter, page, cancellationToken), cancellationToken);

    public Task<bool> HoldStudyAsync(string studyInstanceUid, string code, string text, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                if (await db.LockStudyAsync(studyInstanceUid, cancellationToken) is not { } study)
                {
                    return false;
                }

                await StudyHolds.HoldAsync(db, study, code, text, AlertSeverity.Warning, session.Now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<bool> ReleaseStudyAsync(string studyInstanceUid, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                if (await db.LockStudyAsync(studyInstanceUid, cancellationToken) is not { HoldCode: not null } study)
                {
                    return false;
                }

                await StudyHolds.ReleaseAsync(db, study, session.Now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await SignalChannels.NotifyAsync(db, DatabaseSignal.DeliveryQueued, cancellationToken);
                return true;
            },
            cancellationToken);

    private Task<bool> DecideAsync(SeriesClaim claim, Func<NodeDbContext, SeriesRow, Task> decide, CancellationToken cancellationToken) =>
        session.RunAsync(
            async db =>
            {
                SeriesRow? row = await db.LockSeriesAsync(claim.Series.Id, cancellationToken);
                if (!SeriesDecision.Stands(row, claim))
                {
                    return false;
                }

                await decide(db, row!);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
}
