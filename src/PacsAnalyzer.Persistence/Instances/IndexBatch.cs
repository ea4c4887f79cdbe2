using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Series;

namespace PacsAnalyzer.Persistence.Instances;

/// <summary>One transaction of indexing. Study rows are locked first, in order: arrivals of one study are judged one batch after another.</summary>
internal sealed class IndexBatch(NodeDbContext db, IReadOnlyList<InstanceArrival> arrivals, DateTimeOffset now)
{
    private readonly Dictionary<string, StudyRow> studies = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Study, string Series), SeriesRow> series = [];
    private readonly Dictionary<string, KnownInstance> known = new(StringComparer.Ordinal);
    private readonly Dictionary<long, bool> newRound = [];

    public async Task<IReadOnlyList<IndexedInstance>> RunAsync(CancellationToken cancellationToken)
    {
        await LockStudiesAsync(cancellationToken);
        await LockSeriesAsync(cancellationToken);
        await LoadKnownAsync([.. arrivals.Select(a => a.SopInstanceUid).Distinct()], cancellationToken);
        Dictionary<string, int> added = await AddNewAsync(cancellationToken);

        var results = new List<IndexedInstance>(arrivals.Count);
        for (int i = 0; i < arrivals.Count; i++)
        {
            bool isNew = added.TryGetValue(arrivals[i].SopInstanceUid, out int first) && first == i;
            results.Add(await JudgeAsync(arrivals[i], isNew, cancellationToken));
        }

        // A hold may have come with a later arrival of the same batch.
        for (int i = 0; i < results.Count; i++)
        {
            results[i] = results[i] with { HoldCode = studies[arrivals[i].StudyInstanceUid].HoldCode };
        }

        await db.SaveChangesAsync(cancellationToken);
        return results;
    }

    private async Task LockStudiesAsync(CancellationToken cancellationToken)
    {
        InstanceArrival[] firsts = [.. arrivals.GroupBy(a => a.StudyInstanceUid, StringComparer.Ordinal).Select(g => g.First()).OrderBy(a => a.StudyInstanceUid, StringComparer.Ordinal)];
        string[] uids = [.. firsts.Select(a => a.StudyInstanceUid)];
        HashSet<string> present = [.. await db.Studies.Where(s => uids.Contains(s.StudyInstanceUid)).Select(s => s.StudyInstanceUid).ToListAsync(cancellationToken)];
        foreach (InstanceArrival a in firsts.Where(a => !present.Contains(a.StudyInstanceUid)))
        {
            await ReceivedSql.InsertStudyAsync(db, a, cancellationToken);
        }

        foreach (StudyRow row in await db.LockStudiesAsync(uids, cancellationToken))
        {
            studies[row.StudyInstanceUid] = row;
        }
    }

    private async Task LockSeriesAsync(CancellationToken cancellationToken)
    {
        InstanceArrival[] firsts = [.. arrivals.DistinctBy(a => (a.StudyInstanceUid, a.SeriesInstanceUid))
            .OrderBy(a => a.StudyInstanceUid, StringComparer.Ordinal).ThenBy(a => a.SeriesInstanceUid, StringComparer.Ordinal)];
        string[] uids = [.. firsts.Select(a => a.StudyInstanceUid).Distinct()];
        var present = (await db.Series.Where(s => uids.Contains(s.StudyInstanceUid)).Select(s => new { s.StudyInstanceUid, s.SeriesInstanceUid }).ToListAsync(cancellationToken))
            .Select(s => (s.StudyInstanceUid, s.SeriesInstanceUid)).ToHashSet();
        foreach (InstanceArrival a in firsts.Where(a => !present.Contains((a.StudyInstanceUid, a.SeriesInstanceUid))))
        {
            // The study row is locked, so nobody else adds this series now.
            await ReceivedSql.InsertSeriesAsync(db, a, now, cancellationToken);
        }

        string[] seriesUids = [.. firsts.Select(a => a.SeriesInstanceUid).Distinct()];
        List<SeriesRow> rows = await db.Series.FromSql(
            $"SELECT * FROM series WHERE study_instance_uid = ANY({uids}) AND series_instance_uid = ANY({seriesUids}) ORDER BY id FOR UPDATE").ToListAsync(cancellationToken);
        foreach (SeriesRow row in rows)
        {
            series[(row.StudyInstanceUid, row.SeriesInstanceUid)] = row;
        }
    }

    private async Task LoadKnownAsync(string[] uids, CancellationToken cancellationToken)
    {
        var rows = await db.Instances.AsNoTracking().Where(i => uids.Contains(i.SopInstanceUid))
            .Select(i => new { i.SopInstanceUid, i.SeriesId, i.ContentHash, i.FilePath, Removed = i.RemovedAt != null })
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            known[row.SopInstanceUid] = new KnownInstance(row.SeriesId, row.ContentHash, row.FilePath, row.Removed);
        }
    }

    /// <summary>Inserts what is not known; returns the position of the arrival that each one came from.</summary>
    private async Task<Dictionary<string, int>> AddNewAsync(CancellationToken cancellationToken)
    {
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < arrivals.Count; i++)
        {
            if (!known.ContainsKey(arrivals[i].SopInstanceUid))
            {
                firsts.TryAdd(arrivals[i].SopInstanceUid, i);
            }
        }

        if (firsts.Count == 0)
        {
            return firsts;
        }

        // Sorted as everywhere, so that two nodes that index the same files do not block each other in a ring.
        InstanceArrival[] candidates = [.. firsts.Values.Select(i => arrivals[i]).OrderBy(a => a.SopInstanceUid, StringComparer.Ordinal)];
        SeriesRow[] rows = [.. candidates.Select(a => series[(a.StudyInstanceUid, a.SeriesInstanceUid)])];
        int[] revisions = [.. rows.Select(r => r.Revision + 1)];
        HashSet<string> inserted = await ReceivedSql.InsertInstancesAsync(db, candidates, [.. rows.Select(r => r.Id)], revisions, cancellationToken);
        InstanceArrival[] accepted = [.. candidates.Where(a => inserted.Contains(a.SopInstanceUid))];
        await ReceivedSql.InsertLedgerAsync(db, accepted, cancellationToken);
        foreach (IGrouping<SeriesRow, InstanceArrival> group in accepted.GroupBy(a => series[(a.StudyInstanceUid, a.SeriesInstanceUid)]))
        {
            Grow(group.Key, [.. group]);
        }

        if (accepted.Length < candidates.Length)
        {
            // Another node indexed the same UID under another study between our look and our insert.
            string[] lost = [.. candidates.Select(a => a.SopInstanceUid).Where(uid => !inserted.Contains(uid))];
            await LoadKnownAsync(lost, cancellationToken);
            Array.ForEach(lost, uid => firsts.Remove(uid));
        }

        foreach (InstanceArrival a in accepted)
        {
            known[a.SopInstanceUid] = new KnownInstance(series[(a.StudyInstanceUid, a.SeriesInstanceUid)].Id, a.ContentHash, a.FilePath, false);
        }

        return firsts;
    }

    private void Grow(SeriesRow row, InstanceArrival[] added)
    {
        InstanceArrival latest = added.MaxBy(a => a.ReceivedAt)!;
        bool late = row.DecidedRevision > 0;
        newRound[row.Id] = late;
        bool claimed = row.LeaseOwner is not null && row.LeaseUntil > now;
        if (row.State != SeriesState.Receiving || row.Revision == 0 || claimed)
        {
            row.MaxWaitUntil = now + latest.MaximumWait;
        }

        if (row.State != SeriesState.Receiving)
        {
            row.State = SeriesState.Receiving;
            row.Attempts = 0;
        }

        row.Revision++;
        row.InstanceCount += added.Length;
        row.CallingAeTitle = PlainText.Clean(latest.CallingAeTitle, 64);
        row.CalledAeTitle = PlainText.Clean(latest.CalledAeTitle, 64);
        row.RemoteAddress = PlainText.Clean(latest.RemoteAddress, 64);
        row.FirstReceivedAt = Earlier(row.FirstReceivedAt, added.Min(a => a.ReceivedAt).ToUniversalTime());
        row.LastReceivedAt = Later(row.LastReceivedAt, latest.ReceivedAt.ToUniversalTime());
        StayQuiet(row, latest.QuietPeriod);

        StudyRow study = studies[row.StudyInstanceUid];
        study.FirstReceivedAt = Earlier(study.FirstReceivedAt, row.FirstReceivedAt);
        study.LastReceivedAt = Later(study.LastReceivedAt, row.LastReceivedAt);
    }

    // Counted from now rather than from the receipt: after an outage the rest of a series is still on its way into the index.
    private void StayQuiet(SeriesRow row, TimeSpan quietPeriod)
    {
        row.QuietUntil = Later(row.QuietUntil, now + quietPeriod);
        row.DueAt = Earlier(row.QuietUntil, row.MaxWaitUntil);
    }

    private async Task<IndexedInstance> JudgeAsync(InstanceArrival a, bool isNew, CancellationToken cancellationToken)
    {
        StudyRow study = studies[a.StudyInstanceUid];
        SeriesRow row = series[(a.StudyInstanceUid, a.SeriesInstanceUid)];
        PatientIdentity stored = study.Patient();
        KnownInstance instance = known[a.SopInstanceUid];
        if (!isNew && row.State == SeriesState.Receiving)
        {
            StayQuiet(row, a.QuietPeriod);
        }

        if (!isNew && instance.ContentHash == a.ContentHash)
        {
            if (instance.Removed)
            {
                await ReceivedSql.BringBackAsync(db, a, cancellationToken);
                known[a.SopInstanceUid] = instance = instance with { FilePath = a.FilePath, Removed = false };
            }

            return new IndexedInstance(a.SopInstanceUid, instance.SeriesId, ArrivalKind.SameAgain, instance.FilePath, stored, false, null);
        }

        bool differs = isNew ? !stored.IsSamePatient(Clean(a.Patient)) : !stored.HasSameDemographics(Clean(a.Patient));
        if (differs)
        {
            await HoldAsync(study, stored.Differences(Clean(a.Patient)), isNew, cancellationToken);
        }

        if (isNew)
        {
            ArrivalKind kind = newRound[row.Id] ? ArrivalKind.Late : ArrivalKind.New;
            return new IndexedInstance(a.SopInstanceUid, row.Id, kind, a.FilePath, stored, differs, null);
        }

        if (await ReceivedSql.InsertConflictAsync(db, a, differs, cancellationToken))
        {
            string text = $"Instance {a.SopInstanceUid} came again with other bytes from {a.CallingAeTitle}. The first one stays; the other is kept beside it.";
            await AlertWriter.RaiseAsync(db, AlertCodes.InstanceConflict, a.SopInstanceUid, AlertSeverity.Warning, text, now, cancellationToken);
        }

        return new IndexedInstance(a.SopInstanceUid, instance.SeriesId, ArrivalKind.Conflict, a.FilePath, stored, differs, null);
    }

    private Task HoldAsync(StudyRow study, IReadOnlyList<string> attributes, bool isNew, CancellationToken cancellationToken)
    {
        string names = string.Join(", ", attributes);
        return isNew
            ? StudyHolds.HoldAsync(
                db, study, HoldCodes.PatientMismatch, $"Instances of different patients in one study ({names} differ).", AlertSeverity.Critical, now, cancellationToken)
            : StudyHolds.HoldAsync(
                db, study, HoldCodes.DemographicsChanged, $"An instance was sent again with other demographics ({names} differ).", AlertSeverity.Critical, now, cancellationToken);
    }

    // As it is stored, so that a cut or replaced character is no difference.
    private static PatientIdentity Clean(PatientIdentity p) => new(
        PlainText.CleanOrNull(p.PatientId),
        PlainText.CleanOrNull(p.IssuerOfPatientId),
        PlainText.CleanOrNull(p.PatientName),
        PlainText.CleanOrNull(p.BirthDate),
        PlainText.CleanOrNull(p.Sex));

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private sealed record KnownInstance(long SeriesId, string ContentHash, string FilePath, bool Removed);
}
